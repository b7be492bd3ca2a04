namespace CachingLab.Notebooks.Answers;

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
