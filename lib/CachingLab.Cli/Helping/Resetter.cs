using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Helping;

/// <summary>Puts pristine cells back, and keeps what was there.</summary>
/// <param name="course">The course.</param>
/// <param name="kept">Where it is kept.</param>
internal sealed class Resetter(CourseFolder course, KeptFiles kept)
{
    /// <summary>Puts one exercise's cell back; a notebook that is missing is written anew.</summary>
    /// <returns>What was done and where things are, in a line or two.</returns>
    /// <exception cref="NotebookFormatException">The notebook cannot be read; nothing was changed.</exception>
    /// <exception cref="IOException">A file cannot be written; nothing was changed.</exception>
    public IReadOnlyList<string> Reset(Exercise exercise)
    {
        Notebook pristine = LearnersCopy.Pristine(course, exercise.Notebook);
        string file = LearnersCopy.File(course, exercise.Notebook);
        if (!File.Exists(file))
        {
            NotebookWriter.Write(pristine, file);
            return [$"notebooks/{Path.GetFileName(file)} was missing and is written anew."];
        }

        Notebook notebook = NotebookReader.Read(file);
        bool there = notebook.Find(exercise.CellId) is not null;
        ResetResult result = Notebooks.Reset.Cell(notebook, pristine, exercise.CellId, CourseFolder.Declares);
        string place = $"cell {exercise.CellId} of notebooks/{Path.GetFileName(file)}";
        if (NotebookWriter.ToBytes(result.Notebook).AsSpan().SequenceEqual(notebook.Original.Span))
            return [$"{place} is as it was handed out: nothing to do."];

        // The copy comes first: when it cannot be written, the answer must stay where it is.
        string? copy = result.Kept is null ? null : kept.Keep(exercise.CellId, ".csx", result.Kept + "\n");
        NotebookWriter.Write(result.Notebook, file);
        return
        [
            there || copy is not null ? $"{place} is as it was handed out." : $"{place} was missing and is back.",
            .. copy is null ? [] : new[] { $"What was there is kept in {copy}" },
        ];
    }
}
