using System.Text.Json.Serialization;

namespace CachingLab.Exams;

/// <summary>Why a requirement is not met: what was tried, what came back and what was expected.</summary>
/// <param name="Tried">What was done, in words or as the call that was made.</param>
/// <param name="Code">C# that shows it when pasted into a cell below the answer.</param>
public sealed record Counterexample(string Tried, string Got, string Expected, string Code)
{
    /// <summary>The value of <see cref="Expected"/> when the answer threw but should not have.</summary>
    internal const string NoException = "no exception";

    /// <summary>Whether the answer threw but should not have; <see cref="Got"/> names the exception.</summary>
    [JsonIgnore]
    public bool Threw => Expected == NoException;

    /// <summary>The indexes of the counterexamples that repeat the exception of an earlier one.</summary>
    /// <param name="shown">Counterexamples in the order of a report; null for a requirement without one.</param>
    public static IReadOnlySet<int> Repeated(IEnumerable<Counterexample?> shown)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return shown.Index().Where(s => s.Item is { Threw: true } thrown && !known.Add(thrown.Got)).Select(s => s.Index).ToHashSet();
    }

    /// <summary>The counterexample in one sentence, for places that have one line.</summary>
    public override string ToString() => $"tried {Tried}; got {Got}; expected {Expected}";
}

public sealed class UnmetException(Counterexample counterexample) : Exception(counterexample.ToString())
{
    public Counterexample Counterexample { get; } = counterexample;
}
