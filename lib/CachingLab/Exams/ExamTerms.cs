namespace CachingLab.Exams;

/// <summary>What an exam goes by besides the work itself.</summary>
/// <param name="Seed">What the random inputs are drawn from.</param>
/// <param name="Limit">How long each requirement may take; the rest is not run once one takes longer.</param>
public sealed record ExamTerms(int Seed, TimeSpan Limit)
{
    /// <summary>What the compiled code of the answer says; null where it cannot be read, as in some notebook engines.</summary>
    public AnswerCode? Code { get; init; }
}
