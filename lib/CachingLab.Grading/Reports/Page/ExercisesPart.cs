using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>How far the class got with each exercise.</summary>
internal static class ExercisesPart
{
    public static XElement Section(ClassView view) => Html.Section(
        "h-exercises",
        "Exercises",
        El("ul", Class("exercises"), view.Exercises.Select(e => Row(view, e))));

    private static XElement Row(ClassView view, BookExercise exercise)
    {
        List<ExerciseRecord?> records = [.. view.Learners.Select(l => l.Record.Exercise(exercise.Id))];
        int passed = records.Count(r => r?.Status is GradeStatus.Passed);
        int failed = records.Count(r => r?.Status is GradeStatus.Failed);
        int stopped = records.Count(r => r is { Stopped: true });
        int untried = records.Count(r => r?.Status is GradeStatus.NotAttempted);
        int missing = records.Count(r => r is null);
        (int Count, string Words)[] parts =
            [(passed, "passed"), (failed, "failed"), (stopped, "stopped"), (untried, "not attempted"), (missing, "not handed in")];
        return El(
            "li",
            El("span", Class("what"), exercise.Id),
            Bar(records.Count, ("b-passed", passed), ("b-failed", failed), ("b-stopped", stopped), ("b-untried", untried)),
            El("span", Class("count"), string.Join(" \u00b7 ", parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Words}"))));
    }
}
