using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CachingLab.Display;

/// <summary>A table of plain texts that can be written as HTML or as aligned columns.</summary>
/// <param name="headings">The columns' names.</param>
/// <param name="rows">One text a column in each row.</param>
/// <param name="rightAligned">Which columns hold numbers.</param>
/// <param name="widestCell">How many characters of a cell the aligned columns show.</param>
internal sealed class TextTable(
    IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> rightAligned, int widestCell = 60)
{
    private const string Line = "border:1px solid rgba(128,128,128,.4);padding:3px 10px;";

    public string ToText()
    {
        List<string[]> lines = [[.. headings.Select(Short)], .. rows.Select(r => r.Select(Short).ToArray())];
        int[] widths = [.. headings.Select((_, i) => lines.Max(l => l[i].Length))];
        lines.Insert(1, [.. widths.Select(w => new string('-', w))]);
        return string.Join(Environment.NewLine, lines.Select(l => string.Join("  ", l.Select((cell, i) =>
            rightAligned[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()));
    }

    public string ToHtml()
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit;font-size:inherit\"><thead><tr>");
        for (int i = 0; i < headings.Count; i++)
            html.Append("<th style=\"").Append(Style(i)).Append("\">").Append(HtmlText.Encode(headings[i])).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < headings.Count; i++)
                html.Append("<td style=\"").Append(Style(i)).Append("\">").Append(HtmlText.Encode(row[i])).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private string Style(int column) => Line + (rightAligned[column] ? "text-align:right" : "text-align:left");

    private string Short(string cell)
    {
        string line = cell.ReplaceLineEndings(" ");
        return line.Length <= widestCell ? line : line[..(widestCell - 1)] + "\u2026";
    }
}

internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with all HTML markup escaped; empty for null.</summary>
    public static string Encode(string? text) => Encoder.Encode(text ?? "");
}
