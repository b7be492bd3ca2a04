using System.Globalization;
using System.Text;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Text that a learner may have chosen, in Markdown: never markup, a link, an image, a mention or the end of a table's cell.</summary>
internal static class MarkdownText
{
    private const string Marks = "&<>|`*_[]~@\\:#!$";

    /// <summary>The text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The most characters.</param>
    public static string Of(string? text, int length = 200)
    {
        var shown = new StringBuilder();
        foreach (char c in SafeText.Line(text, length))
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
                shown.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else
                shown.Append(c);
        }

        // A viewer makes a link of an address that has no scheme.
        return shown.Replace("www.", "www&#46;").Replace("WWW.", "WWW&#46;").ToString();
    }
}
