using System.CommandLine;

namespace CachingLab.Cli.Commands;

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
