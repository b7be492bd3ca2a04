using System.Xml.Linq;
using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Reports;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>One exercise of one learner: its state and its counterexamples.</summary>
internal static class ExercisePart
{
    // Bounds that let a browser open the page of a class of hundreds quickly. The JSON report has everything.
    private const int CounterexamplesShown = 4;
    private const int NotesShown = 8;
    private const int LongestMessage = 600;
    private const int LongestValue = 300;
    private const int LongestWord = 20;
    private const int LongestCode = 800;

    /// <summary>The exercise, with the learner's cell beside what failed. It has no id when that is null.</summary>
    public static XElement Exercise(ExerciseRecord exercise, string? id, string heading = "h4") => El(
        "article",
        id is null ? null : Attr("id", id),
        El(
            heading,
            exercise.Id,
            " ",
            El("span", Class("badge " + Kind(exercise)), $"{StatusText.Sign(exercise.Status)} {StatusText.Words(exercise.Status)}"),
            " ",
            El("span", Class("figures"), Figures(exercise))),
        exercise.Message.Length > 0 && exercise.Begun ? El("p", Class("message"), SafeText.Cap(exercise.Message, LongestMessage)) : null,
        Notes(exercise),
        CellPart.Beside(exercise, [.. Verdicts(exercise).OfType<XElement>()]),
        exercise.Printed is { } printed ? Printed(printed) : null);

    private static IEnumerable<XElement?> Verdicts(ExerciseRecord exercise) =>
        exercise.Status is GradeStatus.NotAttempted ? [] : [Unmet(exercise), Stretch(exercise), NotRun(exercise)];

    private static string Figures(ExerciseRecord exercise) =>
        $"{exercise.Points} of {exercise.Of}"
        + (exercise.StretchOf > 0 ? $", stretch {exercise.StretchPoints} of {exercise.StretchOf}" : "")
        + (exercise.Status is GradeStatus.NotAttempted ? "" : $", {StatusText.Seconds(exercise.Seconds)}");

    private static XElement? Notes(ExerciseRecord exercise) => exercise.Notes.Count == 0 ? null : El(
        "ul",
        Class("notes"),
        exercise.Notes.Take(NotesShown).Select(n => El("li", SafeText.Line(n, LongestMessage))),
        exercise.Notes.Count > NotesShown ? El("li", $"and {exercise.Notes.Count - NotesShown} more") : null);

    private static XElement? Unmet(ExerciseRecord exercise)
    {
        Verdict[] failed = [.. Failed(exercise, stretch: false)];
        IReadOnlySet<int> repeated = CachingLab.Exams.Counterexample.Repeated(failed.Select(r => r.Counterexample));
        object[] rows = [.. failed.Select((r, i) => Requirement(r, full: i < CounterexamplesShown, repeated.Contains(i)))];
        return rows.Length == 0 ? null : El("ul", Class("unmet"), rows);
    }

    private static XElement Requirement(Verdict requirement, bool full, bool repeated) => El(
        "li",
        El("p", El("b", requirement.Title), " ", El("code", Class("id"), requirement.Id)),
        (full, requirement.Counterexample) switch
        {
            _ when repeated => El("p", "as above: the same exception"),
            (true, Counterexample shown) => Counterexample(shown),
            (true, null) => El("p", SafeText.Cap(requirement.Message, LongestMessage)),
            _ => null,
        });

    private static XElement? Stretch(ExerciseRecord exercise)
    {
        string[] titles = [.. Failed(exercise, stretch: true).Select(r => r.Title)];
        return titles.Length == 0 ? null : El("p", Class("stretch"), "Stretch not met: ", string.Join("; ", titles));
    }

    private static XElement Printed(PrintedLines printed) => El(
        "details",
        Class("printed"),
        El("summary", printed.Heading),
        El("pre", Attr("tabindex", 0), string.Join('\n', printed.First)));

    private static IEnumerable<Verdict> Failed(ExerciseRecord exercise, bool stretch) =>
        exercise.Requirements.Where(r => r.Stretch == stretch && r.Status is VerdictStatus.Failed);

    private static object[] Counterexample(Counterexample shown) =>
    [
        El("dl", Pair("tried", shown.Tried), Pair("got", shown.Got), Pair("expected", shown.Expected)),
        .. shown.Code.Length > 0 ? [El("pre", Attr("tabindex", 0), El("code", SafeText.Code(shown.Code, LongestCode)))] : Array.Empty<object>(),
    ];

    // A value with a word that may not fit scrolls, so the keyboard must get to it.
    private static object[] Pair(string name, string value)
    {
        string shown = SafeText.Visible(SafeText.Cap(value, LongestValue));
        return [El("dt", name), El("dd", shown.Split().Any(word => word.Length > LongestWord) ? Attr("tabindex", 0) : null, shown)];
    }

    private static XElement? NotRun(ExerciseRecord exercise)
    {
        List<Verdict> unrun = [.. exercise.Requirements.Where(r => r.Status is VerdictStatus.NotRun)];
        return unrun.Count == 0
            ? null
            : El("p", Class("unrun"), "No verdict on: ", string.Join("; ", unrun.Select(
                r => exercise.Stopped || r.Message.Length == 0 ? r.Id : $"{r.Id} ({SafeText.Line(r.Message, 160)})")));
    }

    private static string Kind(ExerciseRecord exercise) => exercise.Status switch
    {
        GradeStatus.Passed => "passed",
        GradeStatus.Failed => "failed",
        GradeStatus.NotAttempted => "untried",
        _ => "stopped",
    };
}

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
