using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Updates;

namespace CachingLab.Cli.Help;

/// <summary>Replaces the text of an exercise's cell, and saves a copy of the former text.</summary>
/// <param name="session">The learner's session.</param>
internal sealed class CellReplacer(LabSession session)
{
    /// <summary>Puts the stub back into the cell. A missing or damaged notebook is written anew.</summary>
    /// <returns>What was done and where the copy is, in a line or two.</returns>
    /// <exception cref="NotebookFormatException">A <c>.verso</c> cannot be read; nothing was changed.</exception>
    /// <exception cref="IOException">A file cannot be written; nothing was changed.</exception>
    public IReadOnlyList<string> Reset(Exercise exercise)
    {
        IReadOnlyList<string> done = Put(exercise, answer: null, "is as it was handed out");
        return session.Progress.Of(exercise.Id).PassedAnswer is null
            ? done
            : [.. done, $"Your last passing answer: {LabCall.Name} restore {exercise.Id}"];
    }

    /// <summary>Puts the last answer that passed back into its cell.</summary>
    /// <returns>What was done and where the copy is, in a line or two; null when no answer has passed yet.</returns>
    /// <exception cref="NotebookFormatException">A <c>.verso</c> cannot be read; nothing was changed.</exception>
    /// <exception cref="IOException">A file cannot be written; nothing was changed.</exception>
    public IReadOnlyList<string>? Restore(Exercise exercise) => session.Progress.Of(exercise.Id).PassedAnswer is { } answer
        ? Put(exercise, answer, "holds your last passing answer")
        : null;

    private IReadOnlyList<string> Put(Exercise exercise, string? answer, string state)
    {
        Notebook pristine = LearnersCopy.Pristine(session.Course, exercise.Notebook);
        string file = LearnersCopy.File(session.Course, exercise.Notebook);
        string place = $"{Path.GetFileName(file)}, {CellPlace.Under(pristine, exercise.CellId)}:";
        bool missing = !File.Exists(file);
        Notebook? read = missing ? pristine : ReadOrNull(file);
        Notebook notebook = read ?? pristine;
        ReplacedCell replaced = AnswerCell.Replace(notebook, pristine, exercise.CellId, answer, CourseFolder.DeclaresOf(exercise.Notebook));
        if (missing)
        {
            NotebookWriter.Write(replaced.Notebook, file);
            return [$"notebooks/{Path.GetFileName(file)} was missing and is written anew.", .. answer is null ? [] : new[] { place, $"The cell {state}." }];
        }

        if (read is null)
        {
            string whole = session.Kept.Keep(file);
            NotebookWriter.Write(replaced.Notebook, file);
            return
            [
                $"notebooks/{Path.GetFileName(file)} was damaged and is written anew. The damaged file is in {whole}", place, $"The cell {state}.", .. Others(exercise),
            ];
        }

        if (NotebookWriter.ToBytes(replaced.Notebook).AsSpan().SequenceEqual(notebook.Original.Span))
            return [place, $"The cell {state} already: nothing was changed."];

        // Write the copy first: when that fails, the answer must stay in its cell.
        string? copy = replaced.Kept is null ? null : session.Kept.Keep(exercise.CellId, ".csx", replaced.Kept + "\n");
        NotebookWriter.Write(replaced.Notebook, file);
        return [place, $"The cell {state}.", .. copy is null ? [] : new[] { $"A copy is in {copy}" }];
    }

    /// <summary>How to restore the notebook's other answers, which the new file does not have.</summary>
    private IEnumerable<string> Others(Exercise exercise) => Course.StepsOf(exercise.Notebook)
        .Where(e => e != exercise && session.Progress.Of(e.Id).PassedAnswer is not null)
        .Select(e => $"The last passing answer of {e.Id}: {LabCall.Name} restore {e.Id}");

    /// <summary>The notebook; null when it is damaged. A <c>.verso</c> is not written anew: its error is shown.</summary>
    private static Notebook? ReadOrNull(string file)
    {
        try
        {
            return NotebookReader.Read(file);
        }
        catch (NotebookFormatException) when (file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }
}
