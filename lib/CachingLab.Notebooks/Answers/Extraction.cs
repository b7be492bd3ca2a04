namespace CachingLab.Notebooks.Answers;

/// <summary>A submission made ready to be graded.</summary>
/// <param name="Program">The code cells to run, in order.</param>
/// <param name="Exercises">The exercises of the pristine notebook, in order.</param>
/// <param name="Notes">What was repaired in the whole notebook, a line each, for the learner.</param>
public sealed record Extraction(IReadOnlyList<ProgramCell> Program, IReadOnlyList<ExerciseAnswer> Exercises, IReadOnlyList<string> Notes);

/// <summary>A submission's answer to one exercise.</summary>
/// <param name="CellId">The exercise cell's id, with <c>ex-</c>.</param>
/// <param name="State">What was found.</param>
/// <param name="Source">The text that is graded; the stub when nothing was found.</param>
/// <param name="Index">The index of its cell in the submission; -1 when nothing was found.</param>
/// <param name="Notes">What was repaired, a line each, for the learner.</param>
public sealed record ExerciseAnswer(string CellId, AnswerState State, string Source, int Index, IReadOnlyList<string> Notes);

/// <summary>Whether there is an answer.</summary>
public enum AnswerState
{
    /// <summary>The exercise cell holds something, or another cell does that stands for it.</summary>
    Found,

    /// <summary>The exercise cell is as handed out, apart from white space.</summary>
    Pristine,

    /// <summary>There is no exercise cell, and nothing that could be one.</summary>
    Missing,
}

/// <summary>
/// One code cell of the program to grade. An added cell has a unique id. The index is that of the cell in the submission, or -1 when the text comes from
/// the pristine notebook.
/// </summary>
public sealed record ProgramCell(string Id, string Source, CellOrigin Origin, int Index);

/// <summary>Where a cell of the graded program comes from.</summary>
public enum CellOrigin
{
    /// <summary>The course, as handed out.</summary>
    Course,

    /// <summary>The answer to an exercise.</summary>
    Answer,

    /// <summary>Added by the learner.</summary>
    Learner,
}
