using System.Text;
using System.Text.RegularExpressions;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Worker.Protocol;

namespace CachingLab.Engine.Tests.Course;

/// <summary>What a cell showed, without what differs from one run to the next or from one engine to the other for a reason.</summary>
internal static partial class Comparable
{
    // An answer that is not made for several threads may pass these by luck.
    private static readonly string[] Races = ["Parallel writers lose nothing", "A reader never sees a half-written file", "Parallel Sets on one path lose nothing"];

    /// <summary>The outputs in order: text, or HTML where the cell made HTML.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="lucky">Whether its answer may be right by luck.</param>
    public static string Of(CellOutcome cell, bool lucky)
    {
        var all = new StringBuilder();
        foreach (CellOutput output in cell.Outputs)
            all.Append(output.Html ?? output.Text).Append(output.Kind is OutputKind.Printed ? "" : "\n");
        string text = all.ToString().ReplaceLineEndings("\n").TrimEnd('\n');

        // How long something took, and what is worked out from that.
        text = Milliseconds().Replace(text, "(time)");
        text = PerHit().Replace(text, "(time)");
        text = Latency().Replace(text, "$1(time)");

        // Each run has a temporary folder of its own.
        text = TemporaryFolder().Replace(text, "(folder)");

        // Notebook 00 shows where the library lies: the headless runner has a copy beside it.
        text = Library().Replace(text, "(library)");

        // Notebook 01 shows that a text's hash code is another one in each process.
        if (cell.Id == "one-more-process")
            text = Number().Replace(text, "(hash)");

        // Notebook 04 shows a stack trace: the engine numbers its submissions, and the headless runner knows the line.
        text = Submission().Replace(text, "Submission.");
        text = LineOfCell().Replace(text, "");
        return lucky ? Row().Replace(text, row => Races.Any(r => row.Value.Contains(r, StringComparison.Ordinal)) ? "(race)" : row.Value) : text;
    }

    [GeneratedRegex(@" *\d+(\.\d+)? m?s\b")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"\d+ ns; one call: [\d,]+ hits")]
    private static partial Regex PerHit();

    [GeneratedRegex(@"(LatencySeconds=|llm_call_ok \S+ \d+ )\d+(\.\d+)?(E-\d+)?")]
    private static partial Regex Latency();

    [GeneratedRegex(@"[^\s'""]*[/\\]cachinglab-[^/\\]+(?=[/\\])")]
    private static partial Regex TemporaryFolder();

    [GeneratedRegex(@"\S+[/\\]CachingLab\.dll")]
    private static partial Regex Library();

    [GeneratedRegex(@"-?\d{3,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"Submission#\d+\.")]
    private static partial Regex Submission();

    [GeneratedRegex("<tr style.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@" in \S+:line \d+")]
    private static partial Regex LineOfCell();
}
