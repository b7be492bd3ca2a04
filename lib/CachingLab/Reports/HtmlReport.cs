using System.Globalization;
using System.Text;
using CachingLab.Display;
using CachingLab.Exams;

namespace CachingLab.Reports;

/// <summary>An exam's report as an HTML fragment for light and dark themes, with inline styles and without scripts or external resources.</summary>
public static class HtmlReport
{
    private const string Good = "#2e9e5b";
    private const string Bad = "#d9534f";
    private const string Quiet = "#8a8a8a";
    private const string Cell = "padding:4px 8px;vertical-align:top;text-align:left;border-top:1px solid rgba(128,128,128,.3)";

    // A word of this many characters or fewer, such as a key, is never broken: a narrow window scrolls instead.
    private const int LongestWord = 140;
    private const int ShortestKey = 20;
    private const string Value = "white-space:pre-wrap;overflow-wrap:anywhere;min-width:0;overflow-x:auto";
    private const string Pre = "margin:2px 0;padding:6px 8px;white-space:pre-wrap;overflow-wrap:anywhere;background:rgba(128,128,128,.15);border-radius:3px";
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Write(ExamReport report, Remarks? remarks = null)
    {
        remarks ??= Remarks.None;
        string colour = !report.Attempted ? Quiet : report.PassedHere ? Good : Bad;
        var html = new StringBuilder().Append(Invariant, $"<div style=\"border-left:4px solid {colour};padding:4px 12px;max-width:60em;line-height:1.45\">");
        if (remarks.Warning is not null)
            html.Append(Invariant, $"<div style=\"color:{Bad}\"><b>{HtmlText.Encode(remarks.Warning)}</b></div>");
        if (report.Attempted)
            Results(html, report);
        else
            html.Append(Invariant, $"<b>{HtmlText.Encode(report.Exercise.Title)}</b>: {HtmlText.Encode(ReportWords.NotAttempted(report.Exercise))}");
        if (remarks.Note is not null)
            html.Append(Invariant, $"<div style=\"color:{Quiet};font-size:85%\">{HtmlText.Encode(remarks.Note)}</div>");
        if (remarks.Advice is not null)
            html.Append(Invariant, $"<div><b>{HtmlText.Encode(remarks.Advice)}</b></div>");
        if (remarks.Printed is { } printed)
            html.Append(
                Invariant,
                $"<div style=\"margin-top:8px\">{HtmlText.Encode(printed.Heading)}</div>"
                + $"<pre style=\"{Pre}\">{HtmlText.Encode(string.Join('\n', printed.First))}</pre>");
        return html.Append("</div>").ToString();
    }

    private static void Results(StringBuilder html, ExamReport report)
    {
        html.Append(Invariant, $"<div><b>{HtmlText.Encode(report.Exercise.Title)}</b>: {HtmlText.Encode(ReportWords.Headline(report))}</div>");
        Table(html, report.Exercise, report.Required);
        if (report.Stretch.Any())
        {
            html.Append(Invariant, $"<div style=\"margin-top:8px\"><b>{ReportWords.StretchHeading}</b></div>");
            Table(html, report.Exercise, report.Stretch);
        }

        html.Append(Invariant, $"<div style=\"margin-top:8px\">{HtmlText.Encode(ReportWords.Next(report))}</div>");
        html.Append(Invariant, $"<div style=\"color:{Quiet};font-size:85%\">{ReportWords.Seed(report)}</div>");
    }

    private static void Table(StringBuilder html, Exercise exercise, IEnumerable<Verdict> results)
    {
        IReadOnlySet<int> repeated = Counterexample.Repeated(results.Select(r => r.Counterexample));
        html.Append("<table style=\"border-collapse:collapse;width:100%;color:inherit;font-size:inherit\"><tbody>");
        foreach ((int index, Verdict result) in results.Index())
        {
            string colour = Colour(result);
            html.Append("<tr style=\"background:none\">")
                .Append(Invariant, $"<td style=\"{Cell};width:1%;white-space:nowrap;color:{colour}\"><b>{Mark(result)}</b></td>")
                .Append(Invariant, $"<td style=\"{Cell}\">{HtmlText.Encode(result.Title)}");
            Why(html, result, colour, repeated.Contains(index));
            if (result.Status is VerdictStatus.Failed)
                Hints(html, exercise.Requirements.Single(r => r.Id == result.Id).Hints);
            html.Append("</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void Why(StringBuilder html, Verdict result, string colour, bool repeated)
    {
        if (ReportWords.Note(result) is { } note)
            html.Append(Invariant, $"<div style=\"color:{Quiet}\">{HtmlText.Encode(note)}</div>");
        if (result.Status is not VerdictStatus.Failed)
            return;
        if (repeated)
        {
            html.Append(Invariant, $"<div style=\"color:{Quiet}\">{ReportWords.AsAbove}</div>");
        }
        else if (result.Counterexample is { } shown)
        {
            html.Append(Invariant, $"<div style=\"border-left:2px solid {colour};margin:4px 0;padding-left:8px\">");
            Fact(html, "tried", shown.Tried);
            Fact(html, "got", shown.Got);
            Fact(html, "expected", shown.Expected);
            if (shown.Code.Length > 0)
                html.Append(Invariant, $"<div style=\"color:{Quiet}\">to see it, paste this into a cell:</div><pre style=\"{Pre}\">{HtmlText.Encode(shown.Code)}</pre>");
            html.Append("</div>");
        }
    }

    private static void Fact(StringBuilder html, string label, string value) =>
        html.Append(Invariant, $"<div style=\"display:flex\"><span style=\"color:{Quiet};flex:0 0 5em\">{label}</span>")
            .Append(Invariant, $"<code style=\"{Value}\">{string.Join(' ', value.Split(' ').Select(Word))}</code></div>");

    private static string Word(string word) => word.Length is >= ShortestKey and <= LongestWord
        ? $"<span style=\"white-space:nowrap\">{HtmlText.Encode(word)}</span>"
        : HtmlText.Encode(word);

    // Nests each hint inside the one before it, so that one click shows one hint.
    private static void Hints(StringBuilder html, IReadOnlyList<string> hints)
    {
        foreach ((int index, string hint) in hints.Index())
            html.Append(Invariant, $"<details style=\"margin-left:{(index == 0 ? 0 : 1)}em\"><summary>Hint {index + 1}</summary><div>{HtmlText.Encode(hint)}</div>");
        html.Insert(html.Length, "</details>", hints.Count);
    }

    private static string Mark(Verdict result) => ReportWords.Mark(result) switch
    {
        "[ok]" => "&#x2713; met",
        "[no]" => "&#x2717; not met",
        _ => result.Status is VerdictStatus.Failed ? "&#x25CB; not yet" : "&#x2013; not run",
    };

    private static string Colour(Verdict result) => ReportWords.Mark(result) switch
    {
        "[ok]" => Good,
        "[no]" => Bad,
        _ => Quiet,
    };
}
