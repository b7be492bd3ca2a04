using System.Globalization;
using System.Xml.Linq;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>How the marks of the class are spread: a column for each tenth of the points, and one for all of them.</summary>
internal static class MarksPart
{
    private const int Columns = 11;

    public static XElement Section(ClassView view)
    {
        int[] counts = new int[Columns];
        foreach (LearnerView learner in view.Learners)
            counts[view.Of == 0 ? 0 : Math.Clamp((int)(learner.Record.Mark * (Columns - 1) / view.Of), 0, Columns - 1)]++;
        int most = counts.Max();
        return Html.Section(
            "h-marks",
            "Marks",
            El("p", Class("hint"), Spread(view)),
            El("ol", Class("marks"), counts.Select((count, i) => Column(count, i, most))),
            El("p", Class("hint axis"), Attr("aria-hidden", "true"), "points, in percent of all"));
    }

    private static XElement Column(int count, int i, int most) => El(
        "li",
        El("b", Text(count), Spoken(count == 1 ? " learner with " : " learners with ")),
        El(
            "svg",
            Attr("viewBox", $"0 0 1 {Math.Max(most, 1)}"),
            Attr("preserveAspectRatio", "none"),
            Attr("aria-hidden", "true"),
            count == 0 ? null : El("rect", Attr("y", most - count), Attr("width", 1), Attr("height", count))),
        El("span", Text(i * 10), i == Columns - 1 ? Spoken(" percent") : Spoken($" to {(i * 10) + 9} percent")));

    private static string Spread(ClassView view)
    {
        double[] points = [.. view.Learners.Select(l => l.Record.Mark).Order()];
        return $"Of {StatusText.Mark(view.Of)} points: lowest {StatusText.Mark(points[0])}, lower quartile {At(0.25)}, median {At(0.5)}, upper quartile {At(0.75)}, "
            + $"highest {StatusText.Mark(points[^1])}. Stretch left out.";

        string At(double share) => StatusText.Mark(StatusText.Quantile(points, share));
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
