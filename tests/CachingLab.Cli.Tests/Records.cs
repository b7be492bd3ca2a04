using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Tests;

/// <summary>Verdicts as the grader gives them.</summary>
internal static class Records
{
    private static readonly Counterexample Shown = new("MakeCacheKey(request) twice", "\"a\u001b[2J\" and \"\u00e9\"", "the same text", "MakeCacheKey(request)");

    public static ExerciseRecord Passed(string id) => Failing(Exercise(id));

    /// <summary>The first requirements are not met, the others are.</summary>
    public static ExerciseRecord Failed(string id, int unmet = 1) => Failing(Exercise(id), [.. Exercise(id).Requirements.Take(unmet).Select(r => r.Id)]);

    public static ExerciseRecord Untouched(string id) => Unjudged(Exercise(id), GradeStatus.NotAttempted, "not attempted yet");

    public static ExerciseRecord Stub(string id) => Unjudged(Exercise(id), GradeStatus.NotAttempted, ExerciseRecord.StillStub);

    public static ExerciseRecord HalfWritten(string id) =>
        Unjudged(Exercise(id), GradeStatus.CompileError, $"cell ex-{id}, line 3, column 9: ; expected (CS1002)");

    /// <summary>All requirements passed but the given ones.</summary>
    public static ExerciseRecord Failing(Exercise exercise, params string[] failed)
    {
        Verdict[] requirements =
        [
            .. exercise.Requirements.Select(r => failed.Contains(r.Id)
                ? new Verdict(r.Id, r.Title, r.Stretch, VerdictStatus.Failed, "why", Shown)
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

    public static Exercise Exercise(string id) => Course.Steps.Single(e => e.Id == id);
}
