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
            ResetCommand.Create(),
            RestoreCommand.Create(),
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
}
