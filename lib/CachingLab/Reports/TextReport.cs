using System.Text;
using CachingLab.Exams;

namespace CachingLab.Reports;

/// <summary>
/// An exam's report as plain text: 80 columns, no colours. Code to paste may be wider, and so may a word that must not be broken, such as a long key.
/// </summary>
public static class TextReport
{
    private const int Width = 80;
    private const int LongestWord = 140;
    private const string Indent = "       ";

    /// <summary>The report as lines, without a line end after the last one.</summary>
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

    // Writes the label before the first line and indents the other lines as far. An overlong word is indented only as far as it fits.
    private static void Wrapped(StringBuilder text, string indent, string label, string? words)
    {
        if (words is null)
            return;
        string prefix = indent + label;
        foreach (string line in WrappedText.Lines(words, Width - prefix.Length, LongestWord))
        {
            bool fits = prefix.Length + line.Length <= Width;
            if (!fits && label.Length > 0)
                text.Append(prefix.TrimEnd()).Append('\n');
            text.Append(fits ? prefix : new string(' ', Math.Clamp(Width - line.Length, 2, prefix.Length))).Append(line).Append('\n');
            (prefix, label) = (new string(' ', prefix.Length), "");
        }
    }
}
