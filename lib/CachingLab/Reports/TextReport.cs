using System.Text;
using CachingLab.Exams;

namespace CachingLab.Reports;

/// <summary>
/// An exam's report for a plain output: 80 columns, no colours. Code that is to be pasted runs wider, and so does a word that would lose its meaning in two
/// pieces, such as a long key.
/// </summary>
public static class TextReport
{
    private const int Width = 80;
    private const int LongestWord = 140;
    private const string Indent = "       ";

    /// <summary>The report as lines, without a line end after the last one.</summary>
    /// <param name="report">What the exam found.</param>
    /// <param name="remarks">What else there is to say.</param>
    public static string Write(ExamReport report, Remarks? remarks = null)
    {
        remarks ??= Remarks.None;
        var text = new StringBuilder();
        Wrapped(text, "", "", remarks.Warning);
        if (!report.Attempted)
        {
            Wrapped(text, "", $"{report.Exercise.Title}: ", ReportWords.NotAttempted(report.Exercise));
        }
        else
        {
            Wrapped(text, "", $"{report.Exercise.Title}: ", ReportWords.Headline(report));
            Results(text, report.Required);
            if (report.Stretch.Any())
                text.Append(ReportWords.StretchHeading).Append('\n');
            Results(text, report.Stretch);
            Wrapped(text, "", "", ReportWords.Next(report));
            Wrapped(text, "", "", ReportWords.Hints(report));
            Wrapped(text, "", "", ReportWords.Seed(report));
        }

        Wrapped(text, "", "", remarks.Note);
        Wrapped(text, "", "", remarks.Advice);
        Printed(text, remarks.Printed);
        return text.ToString().TrimEnd('\n').ReplaceLineEndings();
    }

    private static void Results(StringBuilder text, IEnumerable<Verdict> results)
    {
        IReadOnlySet<int> repeated = Counterexample.Repeated(results.Select(r => r.Counterexample));
        foreach ((int index, Verdict result) in results.Index())
            Result(text, result, repeated.Contains(index));
    }

    private static void Result(StringBuilder text, Verdict result, bool repeated)
    {
        Wrapped(text, "  ", ReportWords.Mark(result) + " ", result.Title);
        Wrapped(text, Indent, "", ReportWords.Note(result));
        if (result is not { Status: VerdictStatus.Failed, Counterexample: { } shown })
            return;
        if (repeated)
        {
            Wrapped(text, Indent, "", ReportWords.AsAbove);
            return;
        }

        Wrapped(text, Indent, "tried     ", shown.Tried);
        Wrapped(text, Indent, "got       ", shown.Got);
        Wrapped(text, Indent, "expected  ", shown.Expected);
        if (shown.Code.Length == 0)
            return;
        text.Append(Indent).Append("to see it, paste this into a cell:\n");
        foreach (string line in shown.Code.Split('\n'))
            text.Append(Indent).Append("  ").Append(line.TrimEnd()).Append('\n');
    }

    private static void Printed(StringBuilder text, PrintedLines? printed)
    {
        if (printed is null)
            return;
        text.Append(printed.Heading).Append('\n');
        foreach (string line in printed.First)
            text.Append("  ").Append(line).Append('\n');
    }

    // The label stands before the first line; the lines after it are indented as far. Runs of spaces are kept: evidence can differ by one.
    private static void Wrapped(StringBuilder text, string indent, string label, string? words)
    {
        if (words is null)
            return;
        string prefix = indent + label;
        string next = new(' ', prefix.Length);
        int room = Width - prefix.Length;
        var line = new StringBuilder();
        foreach (string word in words.ReplaceLineEndings(" ").Split(' ').SelectMany(Pieces))
        {
            if (word.Length > room ? prefix != next || line.Length > 0 : line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                text.Append((prefix + line).TrimEnd()).Append('\n');
                prefix = next;
                line.Clear();
            }

            if (word.Length > room)
            {
                // As far to the right as it fits.
                text.Append(' ', Math.Clamp(Width - word.Length, 2, prefix.Length)).Append(word).Append('\n');
                continue;
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0 || prefix != next)
            text.Append((prefix + line).TrimEnd()).Append('\n');

        IEnumerable<string> Pieces(string word) => word.Length <= LongestWord ? [word] : word.Chunk(room).Select(c => new string(c));
    }
}
