using System.Xml;
using System.Xml.Linq;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports.Page;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Feedback;

/// <summary>A page for one learner: each exercise with what it did not meet, beside the learner's cell. No other learner is in it.</summary>
internal sealed class FeedbackPage(GradeBook book, LearnerRecord learner)
{
    /// <summary>What the page names as its generator.</summary>
    public const string Generator = "CachingLab feedback";

    private readonly IReadOnlyList<BookExercise> exercises = book.Exercises;

    /// <summary>Writes the page in UTF-8.</summary>
    public void Write(Stream output) =>
        new PageFrame("Feedback: CachingLab") { Generator = Generator }.Write(output, Header(), WriteMain, Footer());

    private XElement Header()
    {
        ExerciseRecord[] counted = [.. learner.Exercises];
        int passed = counted.Count(e => e.Status is GradeStatus.Passed);
        return El(
            "header",
            El("h1", "Feedback"),
            learner.Name.Length == 0 ? null : El("p", Class("for"), El("bdi", SafeText.Line(learner.Name, 120))),
            El("p", Class("lead"), SummaryPart.Lead(book, "")),
            El(
                "dl",
                Class("tiles"),
                SummaryPart.Tile($"{StatusText.Mark(learner.Mark)} of {StatusText.Mark(learner.MarkOf)}", learner.Late ? "points, handed in late" : "points"),
                SummaryPart.Tile($"{passed} of {exercises.Count}", "exercises passed"),
                learner.StretchOf > 0 ? SummaryPart.Tile($"{learner.Stretch} of {learner.StretchOf}", "stretch") : null));
    }

    private void WriteMain(XmlWriter xml)
    {
        foreach (SubmissionRecord bad in learner.Ungradable)
            Section(FileOf(bad), El("p", Class("message"), "Could not be graded: " + SafeText.Line(bad.Error))).WriteTo(xml);
        foreach (IGrouping<string, BookExercise> notebook in exercises.GroupBy(e => e.Notebook))
            Section(notebook.Key, Notebook(notebook.Key)).WriteTo(xml);
    }

    private object[] Notebook(string name)
    {
        if (learner.Notebook(name) is not { } submission)
            return [El("p", Class("hint"), "Not handed in.")];
        return
        [
            El("p", Class("path"), El("bdi", FileOf(submission))),
            .. submission.Exercises.Select(e => ExercisePart.Exercise(e, null, "h3")),
        ];
    }

    private static string FileOf(SubmissionRecord submission) => SafeText.Line(submission.Path[(submission.Path.LastIndexOf('/') + 1)..], 300);

    private static XElement Section(string heading, params object[] content) => El("section", Class("notebook"), El("h2", heading), content);

    private XElement Footer() => El(
        "footer",
        El("p", "A point is a requirement met. Stretch requirements are shown apart and never fail an exercise."),
        El("p", "The code below \u201cexpected\u201d shows what was got when it is pasted into a cell below the answer, in the notebook."),
        El("p", Class("sandbox"), "Graded with these walls around the answer: " + SafeText.Line(book.Sandbox)));
}
