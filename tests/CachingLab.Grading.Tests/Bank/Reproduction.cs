using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Compares what a counterexample prints with what the report says that it got.</summary>
internal static partial class Reproduction
{
    /// <summary>Requirements whose counterexample cannot show the fault in one cell, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotInOneCell { get; } = new Dictionary<string, string>
    {
        ["another-process"] = "the two keys are made in two processes: the kernel has to be restarted between two runs of the cell",
    };

    private static readonly HashSet<string> Races = ["parallel-writers", "parallel-sets", "no-torn-read", "one-call-on-many-threads"];

    /// <summary>Whether a counterexample is about what happens at the same time: the numbers are others each time, and sometimes nothing is lost.</summary>
    public static bool IsRace(string requirement, Counterexample found) =>
        Races.Contains(requirement) || found.Tried.Contains("callers at once", StringComparison.Ordinal);

    /// <summary>Whether what was printed is what the report says.</summary>
    public static bool IsExact(IReadOnlyList<string> printed, string got) => printed.Any(line => IsSame(WithoutFolders(line), WithoutFolders(got)));

    /// <summary>Whether it is the same but for the values, for an answer that makes others each time: equal ones stay equal, different ones different.</summary>
    public static bool IsSameButForValues(IReadOnlyList<string> printed, string got) => printed.Any(line => WithoutValues(line) == WithoutValues(got));

    /// <summary>Whether a race was lost: something is missing or torn, or it threw.</summary>
    public static bool IsLostRace(IReadOnlyList<string> printed) =>
        printed.Any(line => LostRace().IsMatch(line) || line.Contains("Exception: ", StringComparison.Ordinal));

    /// <summary>Whether the latency in the log is none that the call can have had.</summary>
    public static bool IsWrongLatency(IReadOnlyList<string> printed, double shortest)
    {
        double whole = printed.Select(l => WholeCall().Match(l)).Where(m => m.Success).Select(m => Number(m.Groups[1].Value)).Single();
        double latency = Number(printed[^1]);
        return latency < shortest - RequestLogTolerance || latency > whole + RequestLogTolerance;
    }

    private const double RequestLogTolerance = 0.02;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // A report's line is cut at a length: after a longer folder, it is cut earlier.
    private static bool IsSame(string printed, string got) => got.EndsWith('\u2026') || printed.EndsWith('\u2026')
        ? printed.TrimEnd('\u2026') is var p && got.TrimEnd('\u2026') is var g && (p.StartsWith(g, StringComparison.Ordinal) || g.StartsWith(p, StringComparison.Ordinal))
        : printed == got;

    private static string WithoutFolders(string text) => Folders().Replace(text, "");

    private static string WithoutValues(string text)
    {
        var known = new List<string>();
        string named = Quoted().Replace(text, m =>
        {
            if (!known.Contains(m.Value))
                known.Add(m.Value);
            return $"<text {(char)('A' + known.IndexOf(m.Value))}>";
        });
        return Digits().Replace(named, "#");
    }

    [GeneratedRegex("""/(?:[^/'"\s]+/)+(?=[^/'"\s]+\.json)""")]
    private static partial Regex Folders();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:[1-9]\d* values missing or wrong|\d+ bytes that are no whole JSON object)$")]
    private static partial Regex LostRace();

    [GeneratedRegex(@"^the whole call took (\S+) s$")]
    private static partial Regex WholeCall();
}
