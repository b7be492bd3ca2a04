using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CachingLab.Cli.Commands;

/// <summary>The parser library's help, followed by example calls.</summary>
/// <param name="help">The parser library's help.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] =
        [
            "./lab                          the board, then a check on every save",
            "./lab test                     one check of all notebooks; './lab test 01' of one",
            "./lab hint                     the next hint for what you worked on last",
            "./lab kernel                   the engine for VS Code's Jupyter extension",
            "./lab doctor                   what is missing on this computer",
        ],
        ["run"] = ["./lab run notebooks/05-cached-call.ipynb", "./lab run solutions --seconds 60", "./lab run solutions --engine interactive"],
        ["grade"] =
        [
            "./lab grade                    your notebooks",
            "./lab grade submissions --json grades.json",
            "./lab grade submissions --html class.html --feedback feedback",
            "./lab grade 01-cache-key.ipynb --json -",
        ],
        ["report"] = ["./lab report part-*.json --html class.html --csv grades.csv"],
        ["release"] = ["./lab release", "./lab release --check --strict"],
        ["hint"] =
        [
            "./lab hint                    for the exercise that you worked on last, else the next",
            "./lab hint cache-key",
            "./lab hint 06                 the first exercise of 06 that is not done",
        ],
        ["test"] = ["./lab test", "./lab test cache-key"],
        ["help"] = ["./lab help", "./lab help grade"],
        ["reset"] = ["./lab reset file-cache         your answer is kept in .lab/kept/"],
        ["restore"] = ["./lab restore file-cache       what is in the cell now is kept in .lab/kept/"],
        ["solution"] = ["./lab solution memory-cache", "./lab solution ex-memory-cache --peek"],
        ["update"] = ["./lab update                   after 'git pull'", "./lab update --dry-run"],
        ["kernel"] = ["./lab kernel", "./lab kernel --remove"],
        ["doctor"] = ["./lab doctor"],
        ["list"] = ["./lab list", "./lab list --all"],
    };

    private static readonly string[] ExitCodes =
        ["0  all that was attempted passes", "1  something fails", "2  the input could not be used; a line on stderr says why"];

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        bool root = command is RootCommand;
        Section("Examples:", Examples.GetValueOrDefault(root ? "" : command.Name, []));
        if (root)
            Section("Exit codes:", ExitCodes);
        return code;

        void Section(string heading, string[] lines)
        {
            if (lines.Length == 0)
                return;
            output.WriteLine(heading);
            foreach (string line in lines)
                output.WriteLine("  " + line.Replace("./lab", LabCall.Name, StringComparison.Ordinal));
            output.WriteLine();
        }
    }
}

/// <summary><c>lab help</c>: the same as <c>--help</c>, alone or for a verb.</summary>
internal static class HelpCommand
{
    private const string Option = "--help";

    public static Command Create()
    {
        var verb = new Argument<string?>("VERB") { Description = "a verb such as grade", DefaultValueFactory = _ => null };
        var command = new Command("help", "Shows this page, or that of a verb: the same as --help.") { verb };
        command.SetAction(parsed => Run(parsed.RootCommandResult.Command, parsed.GetValue(verb), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(Command root, string? verb, InvocationConfiguration configuration)
    {
        if (verb is not null && root.Subcommands.All(c => c.Name != verb))
        {
            configuration.Error.WriteLine(BadUsage.Unknown(verb, root));
            return ExitCode.BadInput;
        }

        string[] line = verb is null ? [Option] : [verb, Option];
        return root.Parse(line).Invoke(configuration);
    }
}
