using System.Globalization;
using System.Text.Json.Serialization;

namespace CachingLab.Reports;

/// <summary>What an answer printed on the console while it was checked.</summary>
/// <param name="Count">How many lines it printed.</param>
/// <param name="First">The first of them, at most <see cref="Most"/>, each cut at <see cref="Longest"/> characters.</param>
public sealed record PrintedLines(long Count, IReadOnlyList<string> First)
{
    public const int Most = 20;

    public const int Longest = 200;

    /// <summary>The sentence above the lines in every report.</summary>
    [JsonIgnore]
    public string Heading => (Count, First.Count) switch
    {
        (1, _) => "Your code printed 1 line:",
        _ when Count > First.Count => string.Create(CultureInfo.InvariantCulture, $"Your code printed {Count:N0} lines; the first {First.Count}:"),
        _ => $"Your code printed {Count} lines:",
    };
}
