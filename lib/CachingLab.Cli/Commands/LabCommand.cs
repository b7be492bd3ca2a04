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
            ResetCommand.Create(),
            SolutionCommand.Create(),
            ListCommand.Create(),
            UpdateCommand.Create(),
            DoctorCommand.Create(),
            RunCommand.Create(),
            GradeCommand.Create(),
            ReleaseCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => BoardAction.RunAsync(cancellationToken));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
