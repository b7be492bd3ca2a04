using System.CommandLine;
using CachingLab.Cli.State;
using CachingLab.Cli.Updates;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab update</c>: brings the learner's notebooks to a newer course.</summary>
internal static class UpdateCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "only say what would be done" };
        var command = new Command("update", "Merges a newer course around your answers, notes and added cells; loses no line.") { dryRun };
        command.SetAction(parsed => Run(LabSession.Open(), parsed.GetValue(dryRun), Console.Out));
        return command;
    }

    internal static int Run(LabSession session, bool dryRun, TextWriter output)
    {
        IReadOnlyList<UpdatedNotebook> updates = new Updater(session.Course, session.Pristine, session.Kept).Run(dryRun);
        foreach (UpdatedNotebook update in updates.Where(u => u.Done.Count > 0))
        {
            output.WriteLine($"notebooks/{update.Name}.ipynb");
            foreach (string done in update.Done)
                output.WriteLine($"  {done}");
            foreach (string copy in update.Copies)
                output.WriteLine($"  As it was before: {copy}");
        }

        foreach (UpdatedNotebook update in updates.Where(u => u.Error is not null))
            Console.Error.WriteLine($"not updated, and as it was: {update.Error}");
        int changed = updates.Count(u => u.Done.Count > 0);
        bool failed = updates.Any(u => u.Error is not null);
        output.WriteLine(changed == 0 ? failed ? "Your other notebooks are up to date." : "Your notebooks are up to date."
            : dryRun ? $"{changed} of {updates.Count} notebooks would change; nothing was written."
            : $"{changed} of {updates.Count} notebooks updated. Let your editor reload them.");
        return failed ? ExitCode.BadInput : ExitCode.Passed;
    }
}
