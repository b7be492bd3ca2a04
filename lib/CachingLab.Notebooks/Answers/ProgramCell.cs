namespace CachingLab.Notebooks.Answers;

/// <summary>One code cell of the program to grade.</summary>
/// <param name="Id">The course's id, or for an added cell one that no other cell of the program has.</param>
/// <param name="Source">Its text.</param>
/// <param name="Origin">Whose it is.</param>
/// <param name="Index">Where its text stands in the submission, from 0; -1 when it comes from the pristine notebook.</param>
public sealed record ProgramCell(string Id, string Source, CellOrigin Origin, int Index);

/// <summary>Whose a cell of the graded program is.</summary>
public enum CellOrigin
{
    /// <summary>The course's, as it was handed out.</summary>
    Course,

    /// <summary>The answer to an exercise.</summary>
    Answer,

    /// <summary>Added by the learner.</summary>
    Learner,
}
