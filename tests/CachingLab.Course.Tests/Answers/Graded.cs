using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Course.Tests.Answers;

/// <summary>Records as the grader makes them.</summary>
internal static class Graded
{
    private static readonly Counterexample Shown = new("MakeCacheKey(a) and MakeCacheKey(b)", "one key", "two keys", "MakeCacheKey(a) == MakeCacheKey(b)");

    /// <summary>A learner's notebook with one exercise of one requirement.</summary>
    public static SubmissionRecord As(Exercise exercise, GradeStatus status, VerdictStatus verdict, bool stretch = false)
    {
        var requirement = new Verdict(
            "it", "It", stretch, verdict, verdict is VerdictStatus.Passed ? "" : "why it is so", verdict is VerdictStatus.Failed ? Shown : null);
        int points = !stretch && verdict is VerdictStatus.Passed ? 1 : 0;
        var record = new ExerciseRecord(exercise.Id, status, points, stretch ? 0 : 1, 0, [requirement], status switch
        {
            GradeStatus.Passed or GradeStatus.Failed => "",
            GradeStatus.NotAttempted => "not attempted yet",
            _ => "why it is so",
        }, [], 0);
        return new SubmissionRecord($"notebooks/{exercise.Notebook}.ipynb", exercise.Notebook, [record]);
    }
}
