namespace CachingLab.Exams;

/// <summary>A requirement without its code: what reports and boards show.</summary>
/// <param name="Id">A short name that never changes: reports, hints and scripts refer to it.</param>
/// <param name="Hints">Help in steps, from a nudge to nearly the answer.</param>
public record RequirementInfo(string Id, string Title, params IReadOnlyList<string> Hints)
{
    /// <summary>Whether it goes beyond what the exercise asks: shown apart, never a failure.</summary>
    public bool Stretch { get; init; }

    public Verdict Judged(VerdictStatus status, string message = "", Counterexample? counterexample = null) =>
        new(Id, Title, Stretch, status, message, counterexample);
}

/// <summary>One thing that an answer must do, as code against the exercise's small interface.</summary>
/// <param name="Verify">Returns when the work does it; throws <see cref="UnmetException"/> with a counterexample when not.</param>
public sealed record Requirement<TWork>(string Id, string Title, Func<TWork, Exam, Task> Verify, params IReadOnlyList<string> Hints)
    : RequirementInfo(Id, Title, Hints)
{
    /// <summary>The ids of the requirements that must be met before this one is run, because its verdict would mean nothing without them.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
}
