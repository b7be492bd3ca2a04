namespace CachingLab.Grading.Tests.Bank;

/// <summary>What came of all attacks together.</summary>
/// <param name="Attacks">The hostile answers by title.</param>
/// <param name="Right">The right ones among them.</param>
/// <param name="Damage">What was done to the machine.</param>
/// <param name="Processes">What still runs.</param>
/// <param name="Left">What lies in the temporary folder.</param>
public sealed record AttackOutcome(
    IReadOnlyDictionary<string, Graded> Attacks,
    IReadOnlyList<Graded> Right,
    IReadOnlyList<string> Damage,
    IReadOnlyList<string> Processes,
    IReadOnlyList<string> Left);
