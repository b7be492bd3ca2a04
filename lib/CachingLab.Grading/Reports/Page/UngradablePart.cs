using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The files that could not be graded, each with its reason.</summary>
internal static class UngradablePart
{
    public static XElement? Section(ClassView view) => view.Ungradable.Count == 0 ? null : Html.Section(
        "h-ungradable",
        "Files that could not be graded",
        El(
            "dl",
            Class("ungradable"),
            view.Ungradable.Select(s => El(
                "div",
                El("dt", El("bdi", SafeText.Line(s.Path, 300))),
                El("dd", SafeText.Line(s.Error))))));
}
