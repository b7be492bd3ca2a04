using System.CommandLine;
using CachingLab.Cli.State;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab release</c>: makes the learner's notebooks from the solved ones.</summary>
internal static class ReleaseCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "only compare, and say what differs" };
        var strict = new Option<bool>("--strict") { Description = "with --check: a learner's answers and notes count as differences too" };
        var command = new Command("release", "Makes notebooks/ from solutions/: stubs in place of the answers. For authors.") { check, strict };
        command.SetAction(parsed => parsed.GetValue(check) ? Check(parsed.GetValue(strict)) : Write());
        return command;
    }

    private static int Write()
    {
        LabSession session = LabSession.Open(Environment.CurrentDirectory);
        foreach (Notebook pristine in session.Course.Pristine)
        {
            string file = Path.Combine(session.Course.NotebooksFolder, pristine.Name + ".ipynb");

            // A notebook with answers is copied before it is overwritten.
            bool differs = File.Exists(file) && !NotebookWriter.ToBytes(pristine).AsSpan().SequenceEqual(File.ReadAllBytes(file));
            string? kept = differs ? session.Kept.Keep(file) : null;
            NotebookWriter.Write(pristine, file);
            session.Pristine.Record(pristine);
            Console.WriteLine($"notebooks/{pristine.Name}.ipynb written" + (kept is null ? "" : $"; what was there is in {kept}"));
        }

        return ExitCode.Passed;
    }

    private static int Check(bool strict)
    {
        CourseFolder course = CourseFolder.Find(Environment.CurrentDirectory);
        int differences = 0;
        foreach (string solution in course.SolutionFiles())
        {
            string name = Path.GetFileName(solution);
            Notebook notebook = NotebookReader.Read(Path.Combine(course.NotebooksFolder, name));
            foreach (string difference in Release.Check(NotebookReader.Read(solution), notebook, strict))
            {
                Console.WriteLine($"notebooks/{name}: {difference}");
                differences++;
            }
        }

        Console.WriteLine(differences == 0 ? "notebooks/ is what solutions/ make." : $"Run '{LabCall.Name} release' after editing solutions/.");
        return differences == 0 ? ExitCode.Passed : ExitCode.Failed;
    }
}
