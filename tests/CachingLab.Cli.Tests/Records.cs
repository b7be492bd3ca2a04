using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;

namespace CachingLab.Cli.Tests;

/// <summary>Verdicts as the grader gives them.</summary>
internal static class Records
{
    /// <summary>All requirements passed but the given ones.</summary>
    public static ExerciseRecord Failing(Exercise exercise, params string[] failed)
    {
        RequirementRecord[] requirements =
        [
            .. exercise.Requirements.Select(r => failed.Contains(r.Id)
                ? new RequirementRecord(r.Id, r.Title, r.Stretch, RequirementVerdict.Failed, "why", new Counterexample("a", "b\ud83d", "c", "d"))
                : new RequirementRecord(r.Id, r.Title, r.Stretch, RequirementVerdict.Passed, "")),
        ];
        RequirementRecord[] counted = [.. requirements.Where(r => !r.Stretch)];
        int points = counted.Count(r => r.Status is RequirementVerdict.Passed);
        return new ExerciseRecord(
            exercise.Id, points == counted.Length ? GradeStatus.Passed : GradeStatus.Failed, points, counted.Length, 0.1, requirements, "", [], 7);
    }

    /// <summary>No requirement judged.</summary>
    public static ExerciseRecord Unjudged(Exercise exercise, GradeStatus status, string message) => Failing(exercise) with
    {
        Status = status,
        Points = 0,
        Message = message,
        Requirements = [.. exercise.Requirements.Select(r => new RequirementRecord(r.Id, r.Title, r.Stretch, RequirementVerdict.NotRun, message))],
    };

    public static Exercise Exercise(string id) => Course.Exercises.Single(e => e.Id == id);
}
