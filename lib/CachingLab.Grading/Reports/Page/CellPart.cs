using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The learner's cell, beside what it did not meet.</summary>
internal static class CellPart
{
    // A page of a class of hundreds must open quickly; few answers are longer.
    private const int MostLines = 150;
    private const int LongestSource = 5_000;

    /// <summary>The verdicts, and the cell beside them, or folded below them when only stretch is not met.</summary>
    public static IEnumerable<object> Beside(ExerciseRecord exercise, IReadOnlyList<XElement> verdicts)
    {
        bool open = exercise.Status is not (GradeStatus.Passed or GradeStatus.NotAttempted);
        if (exercise.Source is not { } source || (!open && verdicts.Count == 0))
            return verdicts;
        XElement cell = El("details", Class("cell"), open ? Attr("open", "open") : null, El("summary", "The cell as handed in"), Code(source));
        return open ? [El("div", Class("work"), El("div", verdicts), cell)] : [.. verdicts, cell];
    }

    // Each line is an element, so that the style can number it: messages name lines.
    private static XElement Code(string source)
    {
        string[] lines = SafeText.Visible(SafeText.Code(source.TrimEnd(), LongestSource, "the notebook has all of it")).Split('\n');
        XElement code = El("code");
        foreach (string line in lines.Take(MostLines))
        {
            code.Add(El("span", line));
            code.Add("\n");
        }

        if (lines.Length > MostLines)
            code.Add(El("span", $"// and {lines.Length - MostLines} more lines: the notebook has all of it"));
        return El("pre", Class("code"), Attr("tabindex", 0), code);
    }
}
