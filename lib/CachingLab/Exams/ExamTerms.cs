namespace CachingLab.Exams;

/// <summary>What an exam goes by besides the work itself.</summary>
/// <param name="Seed">What the random inputs are drawn from.</param>
/// <param name="Limit">How long each requirement may take; the rest is not run once one takes longer.</param>
public sealed record ExamTerms(int Seed, TimeSpan Limit)
{
    /// <summary>What the compiled code of the answer says; null where it cannot be read, as in some notebook engines.</summary>
    public AnswerCode? Code { get; init; }

    /// <summary>A folder that the work may write in and the exam may look into, made when it is first asked for; null where there is none.</summary>
    public Lazy<ExamFolder>? Folder { get; init; }

    /// <summary>The same work in a new process; null where no second process can be had.</summary>
    public Func<CancellationToken, Task<object>>? InAnotherProcess { get; init; }
}
