using System.CommandLine;
using System.CommandLine.Help;

namespace CachingLab.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class LabCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("CachingLab: the course board; alone it shows where you are and what is next.")
        {
            HintCommand.Create(),
            TestCommand.Create(),
            ReplaceCommands.CreateReset(),
            ReplaceCommands.CreateRestore(),
            SolutionCommand.Create(),
            ListCommand.Create(),
            UpdateCommand.Create(),
            KernelCommand.Create(),
            DoctorCommand.Create(),
            RunCommand.Create(),
            GradeCommand.Create(),
            ReportCommand.Create(),
            ReleaseCommand.Create(),
            HelpCommand.Create(),
        };
        var once = new Option<bool>("--once") { Description = "check once, print the board and end, as without a terminal" };
        Option<bool> all = All();
        var folder = new Option<string?>("--root") { Description = "the folder that holds the learner's notebooks/", Hidden = true };
        root.Options.Add(once);
        root.Options.Add(all);
        root.Options.Add(folder);
        root.SetAction((parsed, cancellationToken) => BoardAction.RunAsync(parsed.GetValue(folder), parsed.GetValue(once), parsed.GetValue(all), cancellationToken));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>The option of the commands that show the board.</summary>
    internal static Option<bool> All() => new("--all") { Description = "show all parts of the course, also one that comes later" };

    /// <summary>
    /// Sets a command's action, which Ctrl+C cancels at any time, because it runs on the thread pool. While an action runs on the caller's thread before
    /// its first await, Ctrl+C would end the process without a cleanup. Not for the board, which reads the notebooks before it is drawn.
    /// </summary>
    internal static void SetInterruptible(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancellationToken) => Task.Run(() => action(parsed, cancellationToken), CancellationToken.None));
}
