using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using CachingLab.Exams;

namespace CachingLab.Reports;

/// <summary>Collects printed text from any thread. Keeps the first lines and only counts the rest, so that memory stays bounded.</summary>
public sealed class PrintCollector
{
    private readonly Lock gate = new();
    private readonly List<string> first = [];
    private readonly StringBuilder line = new();
    private long ended;
    private bool begun;

    /// <summary>What was printed so far, or null when nothing was.</summary>
    public PrintedLines? Lines
    {
        get
        {
            lock (gate)
            {
                long count = ended + (begun ? 1 : 0);
                if (count == 0)
                    return null;
                return new PrintedLines(count, begun && first.Count < PrintedLines.Most ? [.. first, Shown()] : [.. first]);
            }
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            while (first.Count < PrintedLines.Most)
            {
                int end = text.IndexOf('\n');
                Keep(end < 0 ? text : text[..end]);
                if (end < 0)
                    return;
                first.Add(Shown());
                line.Clear();
                (ended, begun) = (ended + 1, false);
                text = text[(end + 1)..];
            }

            ended += text.Count('\n');
            begun = text.Length > 0 ? text[^1] != '\n' : begun;
        }
    }

    // Keeps a little more than is shown, to tell that the line goes on.
    private void Keep(ReadOnlySpan<char> part)
    {
        begun |= part.Length > 0;
        line.Append(part[..Math.Min(part.Length, PrintedLines.Longest + 2 - line.Length)]);
    }

    private string Shown()
    {
        string text = line.ToString().TrimEnd('\r').Replace('\r', ' ');
        return CodeText.Visible(text.Length > PrintedLines.Longest ? text[..PrintedLines.Longest] + "\u2026" : text);
    }
}

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
