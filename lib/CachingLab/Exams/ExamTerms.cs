namespace CachingLab.Exams;

/// <summary>The conditions of an exam.</summary>
/// <param name="Seed">The seed of the random inputs.</param>
/// <param name="Limit">How long each requirement may take; once one takes longer, the rest is not run.</param>
public sealed record ExamTerms(int Seed, TimeSpan Limit)
{
    /// <summary>What the compiled code of the answer contains; null when it cannot be read, as in some notebook engines.</summary>
    public AnswerCode? Code { get; init; }

    /// <summary>A folder that the work may write in and the exam may read, created at its first use; null when there is none.</summary>
    public Lazy<ExamFolder>? Folder { get; init; }

    /// <summary>Starts the same work in a new process; null when there can be no second process.</summary>
    public Func<CancellationToken, Task<object>>? InAnotherProcess { get; init; }
}
