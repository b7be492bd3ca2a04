using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Tests;

/// <summary>Verdicts as the grader gives them.</summary>
internal static class Records
{
    /// <summary>All requirements passed but the given ones.</summary>
    public static ExerciseRecord Failing(Exercise exercise, params string[] failed)
    {
        Verdict[] requirements =
        [
            .. exercise.Requirements.Select(r => failed.Contains(r.Id)
                ? new Verdict(r.Id, r.Title, r.Stretch, VerdictStatus.Failed, "why", new Counterexample("a", "b\ud83d", "c", "d"))
                : new Verdict(r.Id, r.Title, r.Stretch, VerdictStatus.Passed, "")),
        ];
        Verdict[] counted = [.. requirements.Where(r => !r.Stretch)];
        int points = counted.Count(r => r.Status is VerdictStatus.Passed);
        return new ExerciseRecord(
            exercise.Id, points == counted.Length ? GradeStatus.Passed : GradeStatus.Failed, points, counted.Length, 0.1, requirements, "", [], 7);
    }

    /// <summary>No requirement judged.</summary>
    public static ExerciseRecord Unjudged(Exercise exercise, GradeStatus status, string message) => Failing(exercise) with
    {
        Status = status,
        Points = 0,
        Message = message,
        Requirements = [.. exercise.Requirements.Select(r => new Verdict(r.Id, r.Title, r.Stretch, VerdictStatus.NotRun, message))],
    };

    public static Exercise Exercise(string id) => Course.Exercises.Single(e => e.Id == id);
}
