using System.CommandLine;
using CachingLab.Cli.Grades;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab grade</c>: grades notebooks or folders of submissions, and writes reports.</summary>
internal static class GradeCommand
{
    private const string About =
        """
        Grades notebooks or folders of submissions, each answer in a process of its own.

        PATH is a notebook (.ipynb or .verso), a folder of notebooks, a folder with a folder for each learner, or a zip of either.
        A zip in a folder or in a zip counts as a folder of its name. In a copy of the whole course only notebooks/ counts.
        A file's path says whose it is: the name that Moodle or Canvas gave it, its folder, or its own name, as ada_01-cache-key.ipynb.
        Of two copies of one notebook the newer one with an attempt counts.
        A .verso beside an .ipynb of the same name is the same submission: the newer one counts.

        A run that was interrupted goes on where it stopped when the same command is given again.

        Exit codes: 0 all that was attempted passes; 1 something fails; 2 the call is wrong, the run was stopped, or a file could not be
        graded (all others are graded all the same, and the file is a row of every report).
        """;

    private static readonly string[] SandboxModes = ["auto", "require", "off"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "what to grade [default: the notebooks/ of this course]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(result =>
        {
            foreach (string path in result.Tokens.Select(t => t.Value).Where(p => p.StartsWith('-') && !Path.Exists(p)))
                result.AddError($"{path}: there is no such option or file; see lab grade --help");
        });
        var reports = new ReportOptions();
        var learner = new Option<string?>("--learner")
        {
            Description = "how else a path names the learner: a regular expression with the groups (?<id>...), (?<name>...), (?<late>...)",
            HelpName = "REGEX",
        };
        var shard = new Option<ClassShard?>("--shard")
        {
            Description = "grade part I of N of a class, for several machines: give each the same PATH and --seed, and --json FILE;\n"
                + "'lab report FILE...' then makes the reports of the whole class",
            HelpName = "I/N",
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value;
                if (ClassShard.Parse(given) is { } part)
                    return part;
                result.AddError($"--shard {given}: give a part and the number of parts, as 1/4");
                return null;
            },
        };
        var sandbox = new Option<string>("--sandbox")
        {
            Description = "what the kernel keeps each answer from: 'auto' all that it can; 'require' refuses to grade where that is less than all;\n"
                + "'off' gives up the closed network, the closed file system and the separate processes",
            HelpName = "auto|require|off",
            DefaultValueFactory = _ => "auto",
        };
        sandbox.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !SandboxModes.Contains(token.Value))
                result.AddError($"--sandbox {token.Value}: give auto, require or off");
        });
        const string Seconds = "processor time of one answer, however busy the machine is [default: 10];\nan answer that only waits ends after three times as long";
        Option<int?> seconds = Number("--seconds", Seconds, 1, 3_600);
        Option<int?> memory = Number("--memory", "memory of one answer, in MB [default: 512]", 64, 65_536);
        memory.HelpName = "MB";
        Option<int?> parallel = Number("--parallel", "how many notebooks at a time [default: the number of processors and one]", 1, 256);
        Option<int?> seed = Number("--seed", "draw the random inputs of the requirements again as a report says [default: any]", int.MinValue, int.MaxValue);
        var fresh = new Option<bool>("--fresh") { Description = "forget an interrupted run and start over" };
        var command = new Command("grade", About) { paths };
        command.Add(learner);
        command.Add(shard);
        reports.AddTo(command);
        foreach (Option option in (Option[])[sandbox, seconds, memory, parallel, seed, fresh])
            command.Add(option);
        command.SetInterruptible((parsed, cancellationToken) => GradeAction.RunAsync(
            new GradeCall(
                parsed.GetValue(paths)!,
                parsed.GetValue(learner),
                reports.ClassOf(parsed),
                parsed.GetValue(shard),
                reports.Of(parsed),
                Enum.Parse<SandboxMode>(parsed.GetValue(sandbox)!, ignoreCase: true),
                parsed.GetValue(seconds),
                parsed.GetValue(memory),

                // While one answer waits for a clock, another one can use its processor.
                parsed.GetValue(parallel) ?? Environment.ProcessorCount + 1,
                parsed.GetValue(seed),
                parsed.GetValue(fresh)),
            cancellationToken));
        return command;
    }

    private static Option<int?> Number(string name, string description, int least, int most)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
                return;
            if (!int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out int value) || value < least || value > most)
                result.AddError($"{name} {result.Tokens[0].Value}: give a whole number from {least} to {most}");
        });
        return option;
    }
}
