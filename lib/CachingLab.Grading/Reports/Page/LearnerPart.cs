using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>One learner's notebooks and exercises, folded at first.</summary>
internal static class LearnerPart
{
    public static XElement Heading(ClassView view) =>
        El("h2", Attr("id", "h-learners"), view.IsClass ? "Learners" : "Exercises");

    public static XElement Learner(ClassView view, LearnerView learner) => El(
        "details",
        Class("learner"),
        Attr("id", learner.Anchor),
        view.IsClass ? null : Attr("open", "open"),
        El(
            "summary",
            El("h3", El("bdi", SafeText.Line(learner.Name, 120))),
            El("span", Class("total"), Points(view, learner)),
            El("span", Class("tally"), Tally(learner))),
        learner.Record.Notes.Count == 0 ? null : El("ul", Class("notes"), learner.Record.Notes.Select(n => El("li", SafeText.Line(n, 600)))),
        learner.Record.Submissions.Where(s => s.Error is null).Select(s => Notebook(learner, s)));

    private static string Points(ClassView view, LearnerView learner) =>
        $"{StatusText.Mark(learner.Record.Mark)} of {StatusText.Mark(view.Of)} points"
        + (learner.Record.Late ? ", late" : "")
        + (learner.Record.StretchOf > 0 ? $", stretch {learner.Record.Stretch} of {learner.Record.StretchOf}" : "");

    private static string Tally(LearnerView learner) => string.Join(
        " \u00b7 ",
        learner.Record.Exercises.CountBy(e => e.Status).OrderBy(p => p.Key is not GradeStatus.Passed).ThenBy(p => p.Key).Select(p => $"{p.Value} {StatusText.Words(p.Key)}"));

    private static XElement Notebook(LearnerView learner, SubmissionRecord submission) => El(
        "section",
        Class("notebook"),
        El("p", Class("path"), El("bdi", SafeText.Line(submission.Path, 300))),
        submission.Exercises.Count == 0 ? El("p", Class("hint"), "No exercise in this notebook.") : null,
        submission.Exercises.Select(e => ExercisePart.Exercise(e, ReferenceEquals(learner.Record.Exercise(e.Id), e) ? $"{learner.Anchor}-{e.Id}" : null)));
}
