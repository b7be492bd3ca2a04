namespace CachingLab.Exams;

/// <summary>The result of an exam.</summary>
/// <param name="Seed">The seed of the random inputs: the same seed draws the same inputs.</param>
/// <param name="Results">The verdict on each requirement of the exercise, in order.</param>
public sealed record ExamReport(Exercise Exercise, int Seed, IReadOnlyList<Verdict> Results)
{
    /// <summary>Whether there was an answer to examine: false when only the stub's own exception was found.</summary>
    public bool Attempted =>
        !Results.Any(r => r.NotWritten) || Results.Any(r => r.Status is VerdictStatus.Passed || (r.Status is VerdictStatus.Failed && !r.NotWritten));

    /// <summary>Whether every requirement but the stretch ones is passed.</summary>
    public bool Passed => Required.All(r => r.Status is VerdictStatus.Passed);

    /// <summary>Whether nothing is left to do where the exam ran: a notebook cannot judge what needs a second process.</summary>
    public bool PassedHere => Required.Any(r => r.Status is VerdictStatus.Passed) && Required.All(r => r.Status is VerdictStatus.Passed || r.Elsewhere);

    /// <summary>The results that count.</summary>
    public IEnumerable<Verdict> Required => Results.Where(r => !r.Stretch);

    /// <summary>The results beyond what the exercise asks.</summary>
    public IEnumerable<Verdict> Stretch => Results.Where(r => r.Stretch);
}
