namespace CachingLab.Notebooks.Answers;

/// <summary>One code cell of the program to grade.</summary>
/// <param name="Id">The course's id, or for an added cell a unique one.</param>
/// <param name="Source">Its text.</param>
/// <param name="Origin">Where the cell comes from.</param>
/// <param name="Index">The index of its text's cell in the submission; -1 when the text comes from the pristine notebook.</param>
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
