namespace CachingLab.Exams;

/// <summary>What an exam found: each requirement of the exercise exactly once, in order.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Seed">What the random inputs were drawn from: the same seed draws them again.</param>
/// <param name="Results">One line a requirement.</param>
public sealed record ExamReport(Exercise Exercise, int Seed, IReadOnlyList<Verdict> Results)
{
    /// <summary>Whether there was an answer to examine: false when every verdict was the stub's own exception.</summary>
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
