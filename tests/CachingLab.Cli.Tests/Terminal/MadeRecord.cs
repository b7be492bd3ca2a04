using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>Records made up for boards.</summary>
internal static class MadeRecord
{
    public static ExerciseRecord Passed(string id) => Of(id, GradeStatus.Passed, _ => VerdictStatus.Passed);

    /// <summary>The first requirements are not met, the others are.</summary>
    public static ExerciseRecord Failed(string id, int unmet = 1) => Of(
        id, GradeStatus.Failed, r => Named(id).Requirements.Take(unmet).Contains(r) ? VerdictStatus.Failed : VerdictStatus.Passed);

    public static ExerciseRecord Untouched(string id) => Of(id, GradeStatus.NotAttempted, _ => VerdictStatus.NotRun, "not attempted yet");

    public static ExerciseRecord Stub(string id) => Of(id, GradeStatus.NotAttempted, _ => VerdictStatus.NotRun, ExerciseRecord.StillStub);

    public static ExerciseRecord HalfWritten(string id) =>
        Of(id, GradeStatus.CompileError, _ => VerdictStatus.NotRun, $"cell ex-{id}, line 3, column 9: ; expected (CS1002)");

    private static Exercise Named(string id) => Course.Steps.Single(e => e.Id == id);

    private static ExerciseRecord Of(string id, GradeStatus status, Func<RequirementInfo, VerdictStatus> verdict, string message = "")
    {
        Verdict[] requirements =
        [
            .. Named(id).Requirements.Select(r => new Verdict(r.Id, r.Title, r.Stretch, verdict(r), verdict(r) is VerdictStatus.Failed ? "not so" : "",
                verdict(r) is VerdictStatus.Failed
                    ? new Counterexample("MakeCacheKey(request) twice", "\"a\u001b[2J\" and \"\u00e9\"", "the same text", "MakeCacheKey(request)")
                    : null)),
        ];
        return new ExerciseRecord(
            id, status, requirements.Count(r => !r.Stretch && r.Status is VerdictStatus.Passed), requirements.Count(r => !r.Stretch), 0.1, requirements, message, [], 1);
    }
}
