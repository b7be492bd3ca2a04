namespace CachingLab.Exams;

/// <summary>Why a requirement is not met: what was tried, what came back and what was expected.</summary>
/// <param name="Tried">What was done, in words or as the call that was made.</param>
/// <param name="Got">What came back.</param>
/// <param name="Expected">What should have come back.</param>
/// <param name="Code">C# that shows it when pasted into a cell below the answer.</param>
public sealed record Counterexample(string Tried, string Got, string Expected, string Code)
{
    /// <summary>The counterexample in one sentence, for places that have one line.</summary>
    public override string ToString() => $"tried {Tried}; got {Got}; expected {Expected}";
}
