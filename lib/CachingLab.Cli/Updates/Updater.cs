using CachingLab.Cli.State;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;
using CachingLab.Notebooks.Updates;

namespace CachingLab.Cli.Updates;

/// <summary>Updates the learner's notebooks to the current course, and keeps answers, notes and added cells.</summary>
/// <param name="course">The course.</param>
/// <param name="pristine">The notebooks that the learner's copies are based on.</param>
/// <param name="kept">Saves a copy of each changed file.</param>
internal sealed class Updater(CourseFolder course, PristineNotebooks pristine, KeptFiles kept)
{
    /// <summary>Updates every notebook of the course. A failure with one does not stop the others.</summary>
    /// <param name="dryRun">Whether to only report what would be done.</param>
    public IReadOnlyList<UpdatedNotebook> Run(bool dryRun) => [.. course.Pristine.Select(now => Update(now, dryRun))];

    private UpdatedNotebook Update(Notebook now, bool dryRun)
    {
        try
        {
            return Merged(now, dryRun);
        }
        catch (NotebookFormatException e)
        {
            return new UpdatedNotebook(now.Name, [], [], $"{e.File}: {LearnersCopy.WithCure(now.Name, e.Reason)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new UpdatedNotebook(now.Name, [], [], e.Message.ReplaceLineEndings(" "));
        }
    }

    private UpdatedNotebook Merged(Notebook now, bool dryRun)
    {
        string file = Path.Combine(course.NotebooksFolder, now.Name + ".ipynb");
        string source = SubmissionFile.Choose(file).Path;
        if (!File.Exists(source))
        {
            if (!dryRun)
                Write(now, now, file);
            return new UpdatedNotebook(now.Name, ["The notebook was missing and is written anew."], [], null);
        }

        MergeResult merged = Merger.Update(NotebookReader.Read(source), pristine.Of(now.Name), now, CourseFolder.DeclaresOf(now.Name));
        var copies = new List<string>();
        if (!dryRun && merged.Done.Count > 0)
        {
            // Write the copies first: when one fails, nothing is changed.
            copies.AddRange(new[] { source, file }.Distinct().Where(File.Exists).Select(kept.Keep));
            Write(merged.Notebook, now, file);
        }
        else if (!dryRun)
        {
            pristine.Record(now);
        }

        return new UpdatedNotebook(now.Name, merged.Done, copies, null);
    }

    private void Write(Notebook notebook, Notebook now, string file)
    {
        NotebookWriter.Write(notebook, file);
        pristine.Record(now);
    }
}

/// <summary>What an update did to one notebook.</summary>
/// <param name="Name">The notebook.</param>
/// <param name="Done">The changes, a line each; empty when it was up to date.</param>
/// <param name="Copies">The paths of the copies of the former files, relative to the learner's folder.</param>
/// <param name="Error">Why it was not updated, or null.</param>
internal sealed record UpdatedNotebook(string Name, IReadOnlyList<string> Done, IReadOnlyList<string> Copies, string? Error);
