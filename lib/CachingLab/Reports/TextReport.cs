using System.Text;
using CachingLab.Exams;

namespace CachingLab.Reports;

/// <summary>An exam's report for a terminal or a plain output: 80 columns, no colours; only code that is to be pasted runs wider.</summary>
public static class TextReport
{
    private const int Width = 80;

    /// <summary>The report as lines, without a line end after the last one.</summary>
    /// <param name="report">What the exam found.</param>
    /// <param name="advice">One more line for the foot, or null.</param>
    public static string Write(ExamReport report, string? advice = null)
    {
        var text = new StringBuilder();
        if (!report.Attempted)
        {
            Wrapped(text, "", $"{report.Exercise.Title}: ", ReportWords.NotAttempted(report.Exercise));
        }
        else
        {
            Wrapped(text, "", $"{report.Exercise.Title}: ", ReportWords.Headline(report));
            foreach (RequirementResult result in report.Required)
                Result(text, result);
            if (report.Stretch.Any())
                text.Append(ReportWords.StretchHeading).Append('\n');
            foreach (RequirementResult result in report.Stretch)
                Result(text, result);
            Wrapped(text, "", "", ReportWords.Next(report));
            Wrapped(text, "", "", ReportWords.Seed(report));
        }

        if (advice is not null)
            Wrapped(text, "", "", advice);
        return text.ToString().TrimEnd('\n').ReplaceLineEndings();
    }

    private static void Result(StringBuilder text, RequirementResult result)
    {
        Wrapped(text, "  ", ReportWords.Mark(result) + " ", result.Requirement.Title);
        if (ReportWords.Note(result) is { } note)
            Wrapped(text, "       ", "", note);
        if (result is not { Status: RequirementStatus.Failed, Counterexample: { } shown })
            return;
        Wrapped(text, "       ", "tried     ", shown.Tried);
        Wrapped(text, "       ", "got       ", shown.Got);
        Wrapped(text, "       ", "expected  ", shown.Expected);
        if (shown.Code.Length == 0)
            return;
        text.Append("       to see it, paste this into a cell:\n");
        foreach (string line in shown.Code.Split('\n'))
            text.Append("         ").Append(line.TrimEnd()).Append('\n');
    }

    // The label stands before the first line; the lines after it are indented as far.
    private static void Wrapped(StringBuilder text, string indent, string label, string words)
    {
        string prefix = indent + label;
        string next = new(' ', prefix.Length);
        int room = Width - prefix.Length;
        var line = new StringBuilder();
        foreach (string word in words.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(room)).Select(c => new string(c)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                text.Append(prefix).Append(line).Append('\n');
                prefix = next;
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        text.Append((prefix + line).TrimEnd()).Append('\n');
    }
}
