using System.Globalization;
using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The page's head and foot: the totals and the sandbox in force.</summary>
internal static class SummaryPart
{
    public static XElement Header(ClassView view, string title)
    {
        List<ExerciseRecord> counted = [.. view.Learners.SelectMany(l => l.Counted)];
        int attempted = counted.Count(e => e.Status is not GradeStatus.NotAttempted);
        int passed = counted.Count(e => e.Status is GradeStatus.Passed);
        int stopped = counted.Count(e => e.Stopped);
        return El(
            "header",
            El("h1", title),
            El("p", Class("lead"), $"CachingLab \u00b7 {StatusText.Count(view.Notebooks, "notebook")} graded"),
            El(
                "dl",
                Class("tiles"),
                view.IsClass ? Tile(Number(view.Learners.Count), "learners") : null,
                Tile($"{Number(passed)} of {Number(attempted)}", "attempted exercises passed"),
                view.IsClass ? Tile(Median(view), $"median points of {view.Of}") : Tile($"{view.Learners.Sum(l => l.Points)} of {view.Of}", "points"),
                stopped > 0 ? Tile(Number(stopped), "answers stopped before a verdict") : null,
                view.Ungradable.Count > 0 ? Tile(Number(view.Ungradable.Count), "files not gradable") : null),
            El("p", Class("sandbox"), El("strong", "Sandbox in force: "), SafeText.Line(view.Sandbox)),
            Contents(view));
    }

    public static XElement Footer() => El(
        "footer",
        El("p", "A point is a requirement met. Stretch requirements are shown apart and never fail an exercise. Of two copies of one notebook, the newer one with an attempt counts."),
        El("p", "Long texts are cut here; the JSON report has more of them, and the seed of every exercise."));

    private static XElement? Contents(ClassView view) => !view.IsClass ? null : El(
        "nav",
        Attr("aria-label", "Parts of this report"),
        Link("h-missed", "What most miss"),
        Link("h-exercises", "Exercises"),
        Link("h-table", "Table"),
        Link("h-learners", "Learners"),
        view.Ungradable.Count > 0 ? Link("h-ungradable", "Not gradable") : null);

    private static XElement Link(string id, string text) => El("a", Attr("href", "#" + id), text);

    private static XElement Tile(string figure, string what) => El("div", El("dt", what), El("dd", figure));

    private static string Median(ClassView view)
    {
        int[] points = [.. view.Learners.Select(l => l.Points).Order()];
        double middle = (points[(points.Length - 1) / 2] + points[points.Length / 2]) / 2.0;
        return middle.ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
