namespace CachingLab.Notebooks.Answers;

/// <summary>By what a cell was recognized as one of the course's.</summary>
internal enum MatchKind
{
    /// <summary>It is the learner's own.</summary>
    None,

    /// <summary>It has the course cell's id.</summary>
    Id,

    /// <summary>It has the id, or the text, of a course cell that another cell already is.</summary>
    Copy,

    /// <summary>It has the course cell's text.</summary>
    Source,

    /// <summary>It declares what the exercise asks for.</summary>
    Name,

    /// <summary>It stands where the exercise stood.</summary>
    Position,

    /// <summary>It stands where the course cell stood, and most of its text is the same.</summary>
    Similar,
}
