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
        List<ExerciseRecord> counted = [.. view.Learners.SelectMany(l => l.Record.Exercises)];
        int attempted = counted.Count(e => e.Status is not GradeStatus.NotAttempted);
        int passed = counted.Count(e => e.Status is GradeStatus.Passed);
        int stopped = counted.Count(e => e.Stopped);
        return El(
            "header",
            El("h1", title),
            El("p", Class("lead"), Lead(view.Book, StatusText.Count(view.Book.Submissions.Count - view.Ungradable.Count, "notebook") + " graded")),
            El(
                "dl",
                Class("tiles"),
                view.IsClass ? Tile(Number(view.Learners.Count), "learners") : null,
                Tile($"{Number(passed)} of {Number(attempted)}", "attempted exercises passed"),
                view.IsClass
                    ? Tile(Median(view), $"median points of {StatusText.Mark(view.Of)}")
                    : Tile($"{StatusText.Mark(view.Learners.Sum(l => l.Record.Mark))} of {StatusText.Mark(view.Of)}", "points"),
                stopped > 0 ? Tile(Number(stopped), "answers stopped before a verdict") : null,
                view.Ungradable.Count > 0 ? Tile(Number(view.Ungradable.Count), "files not gradable") : null),
            El("p", Class("sandbox"), El("strong", "Sandbox in force: "), SafeText.Line(view.Book.Sandbox)),
            Contents(view));
    }

    public static XElement Footer() => El(
        "footer",
        El("p", "A point is a requirement met. Stretch requirements are shown apart and never fail an exercise."),
        El("p", "Of two copies of one notebook, the newer one with an attempt counts."),
        El("p", "Long texts are cut here; the JSON report has more of them."));

    /// <summary>One line: the course, its version, what was graded, when, and the seeds of the random inputs.</summary>
    public static string Lead(GradeBook book, string what)
    {
        string course = book.Course is null ? "CachingLab" : $"CachingLab {SafeText.Line(book.Course, 60)}";
        string when = book.Graded?.ToString("d MMMM yyyy, HH:mm 'UTC'zzz", CultureInfo.InvariantCulture) ?? "";
        int[] seeds = [.. book.Submissions.SelectMany(s => s.Exercises).Select(e => e.Seed).Distinct().Order()];
        string drawn = seeds.Length == 0 ? "" : $"{(seeds.Length == 1 ? "seed" : "seeds")} {string.Join(", ", seeds.Take(8))}{(seeds.Length > 8 ? " \u2026" : "")}";
        return string.Join(" \u00b7 ", new[] { course, what, when, drawn }.Where(p => p.Length > 0));
    }

    private static XElement? Contents(ClassView view) => !view.IsClass ? null : El(
        "nav",
        Attr("aria-label", "Parts of this report"),
        Link("h-missed", "What most miss"),
        Link("h-exercises", "Exercises"),
        Link("h-marks", "Marks"),
        Link("h-table", "Table"),
        view.Book.Likenesses is [_, ..] ? Link("h-alike", "Alike") : null,
        Link("h-learners", "Learners"),
        view.Ungradable.Count > 0 ? Link("h-ungradable", "Not gradable") : null);

    private static XElement Link(string id, string text) => El("a", Attr("href", "#" + id), text);

    public static XElement Tile(string figure, string what) => El("div", El("dt", what), El("dd", figure));

    private static string Median(ClassView view) =>
        StatusText.Mark(StatusText.Quantile([.. view.Learners.Select(l => l.Record.Mark).Order()], 0.5));

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
