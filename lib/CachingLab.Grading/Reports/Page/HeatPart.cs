using System.Globalization;
using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>A table of learners by exercises. Each cell shows its state as a sign and as text; the colour only repeats it.</summary>
internal static class HeatPart
{
    public static XElement Section(ClassView view) => Html.Section(
        "h-table",
        "Learners and exercises",
        El("p", Class("hint legend"), Legend()),
        view.Names.Prefix.Length == 0 ? null : El("p", Class("hint"), "Names without ", El("bdi", SafeText.Line(view.Names.Prefix, 60)), ", with which all begin."),
        El("p", Class("tools"), Attr("id", "filter-place"), ""),
        El(
            "div",
            Class("scroll"),
            Attr("role", "group"),
            Attr("aria-labelledby", "h-table"),
            Attr("tabindex", 0),
            El("table", Class("heat"), Attr("id", "heat"), Head(view), El("tbody", view.Learners.Select(l => Row(view, l))))));

    private static IEnumerable<object> Legend() =>
    [
        El("span", Class("passed"), "\u2713 passed"), " ",
        El("span", Class("failed"), "\u2717 failed"), " ",
        El("span", Class("failed low"), "\u2717 failed, under half"), " ",
        El("span", Class("stopped"), "! stopped"), " ",
        El("span", Class("untried"), "\u25cb not attempted"), " ",
        El("span", Class("none"), "\u2013 not handed in"),
    ];

    private static XElement Head(ClassView view) => El(
        "thead",
        El(
            "tr",
            El("th", Attr("scope", "col"), "Learner"),
            El("th", Attr("scope", "col"), "Points"),
            view.Exercises.Select(e => El("th", Attr("scope", "col"), Attr("title", e.Notebook), e.Id))));

    private static XElement Row(ClassView view, LearnerView learner) => El(
        "tr",
        El("th", Attr("scope", "row"), El("a", Attr("href", "#" + learner.Anchor), El("bdi", SafeText.Line(view.Names.Of(learner.Name), 60)))),
        El(
            "td",
            Class("total"),
            Attr("data-v", Sortable(learner.Record.Mark + (learner.Record.Stretch / 1000.0))),
            $"{StatusText.Mark(learner.Record.Mark)}/{StatusText.Mark(view.Of)}",
            learner.Record.Stretch > 0 ? El("small", $" +{learner.Record.Stretch}") : null),
        view.Exercises.Select(e => Cell(learner, learner.Record.Exercise(e.Id))));

    private static XElement Cell(LearnerView learner, ExerciseRecord? exercise) => exercise switch
    {
        null => El("td", Class("none"), Attr("data-v", -3), "\u2013", Spoken(" not handed in")),
        { Status: GradeStatus.NotAttempted } => El("td", Class("untried"), Attr("data-v", -2), "\u25cb", Spoken(" not attempted")),
        { Status: GradeStatus.Passed } => El("td", Class("passed"), Attr("data-v", exercise.Points), $"\u2713 {exercise.Points}/{exercise.Of}"),
        { Status: GradeStatus.Failed } => El(
            "td",
            Class(exercise.Points * 2 < exercise.Of ? "failed low" : "failed"),
            Attr("data-v", exercise.Points),
            Link(learner, exercise, $"\u2717 {exercise.Points}/{exercise.Of}")),
        _ => El("td", Class("stopped"), Attr("data-v", -1), Link(learner, exercise, "! " + Short(exercise.Status))),
    };

    private static XElement Link(LearnerView learner, ExerciseRecord exercise, string text) =>
        El("a", Attr("href", $"#{learner.Anchor}-{exercise.Id}"), text);

    private static string Short(GradeStatus status) => status switch
    {
        GradeStatus.CompileError => "compile",
        GradeStatus.OutOfMemory => "memory",
        _ => StatusText.Words(status),
    };

    private static string Sortable(double value) => value.ToString(CultureInfo.InvariantCulture);
}
