namespace CachingLab.Notebooks.Answers;

/// <summary>What was found of an answer.</summary>
public enum AnswerState
{
    /// <summary>The exercise cell is there and holds something.</summary>
    Found,

    /// <summary>The exercise cell is as it was handed out, but for white space.</summary>
    Pristine,

    /// <summary>There is no exercise cell, and nothing that could be one.</summary>
    Missing,

    /// <summary>The exercise cell is no code cell any more; its text is graded as code.</summary>
    Markdown,

    /// <summary>Several cells have the exercise's id; one of them counts.</summary>
    Duplicated,

    /// <summary>Found by its place or by the name that it declares.</summary>
    Reconstructed,
}
