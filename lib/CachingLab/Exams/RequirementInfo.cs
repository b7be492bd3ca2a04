namespace CachingLab.Exams;

/// <summary>A requirement without its code: what reports and boards show.</summary>
/// <param name="Id">Its unchanging short name.</param>
/// <param name="Title">The behaviour as a sentence.</param>
/// <param name="Stretch">Whether it goes beyond what the exercise asks.</param>
/// <param name="Hints">Help in steps, from a nudge to nearly the answer.</param>
public sealed record RequirementInfo(string Id, string Title, bool Stretch, IReadOnlyList<string> Hints)
{
    /// <summary>A verdict on it.</summary>
    public Verdict Judged(VerdictStatus status, string message = "", Counterexample? counterexample = null) =>
        new(Id, Title, Stretch, status, message, counterexample);
}
