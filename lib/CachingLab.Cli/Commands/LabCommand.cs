using System.CommandLine;

namespace CachingLab.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class LabCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("CachingLab: the course board; alone it shows where you are and what is next.")
        {
            RunCommand.Create(),
            GradeCommand.Create(),
            ReleaseCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => BoardAction.RunAsync(cancellationToken));
        return root;
    }
}
