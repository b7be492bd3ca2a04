using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>What becomes a pass, a skip or a failure in the learner's list.</summary>
public sealed class LearnersVerdictTests
{
    private static readonly Exercise CacheKey = Exercises.Course.Exercises[0];
    private static readonly Counterexample Shown = new("MakeCacheKey(a) and MakeCacheKey(b)", "one key", "two keys", "MakeCacheKey(a) == MakeCacheKey(b)");

    [Fact]
    public void An_untouched_exercise_is_a_skip_that_says_where_to_begin()
    {
        LearnersVerdict verdict = Of(GradeStatus.NotAttempted, RequirementVerdict.NotRun, stretch: false);
        Assert.Equal("not attempted yet: open notebooks/01-cache-key.ipynb, cell ex-cache-key", verdict.Skip);
        Assert.Null(verdict.Failure);
    }

    [Fact]
    public void For_instructors_an_untouched_exercise_fails_but_not_its_stretch()
    {
        Assert.StartsWith("not attempted yet", Of(GradeStatus.NotAttempted, RequirementVerdict.NotRun, stretch: false, strict: true).Failure, StringComparison.Ordinal);
        Assert.Null(Of(GradeStatus.NotAttempted, RequirementVerdict.NotRun, stretch: true, strict: true).Failure);
    }

    [Fact]
    public void A_requirement_that_is_met_passes_whatever_became_of_the_others()
    {
        Assert.Equal(new LearnersVerdict(null, null), Of(GradeStatus.Failed, RequirementVerdict.Passed, stretch: false));
    }

    [Fact]
    public void A_requirement_that_is_not_met_fails_with_its_counterexample()
    {
        string? failure = Of(GradeStatus.Failed, RequirementVerdict.Failed, stretch: false).Failure;
        Assert.Equal(
            "notebooks/01-cache-key.ipynb, cell ex-cache-key\ntried     MakeCacheKey(a) and MakeCacheKey(b)\ngot       one key\nexpected  two keys\n"
            + "to see it, paste this into a cell:\nMakeCacheKey(a) == MakeCacheKey(b)",
            failure);
    }

    [Fact]
    public void A_stretch_that_is_not_met_is_a_skip_that_says_so()
    {
        LearnersVerdict verdict = Of(GradeStatus.Passed, RequirementVerdict.Failed, stretch: true);
        Assert.StartsWith("stretch, not met yet", verdict.Skip, StringComparison.Ordinal);
        Assert.Null(verdict.Failure);
    }

    [Theory]
    [InlineData(GradeStatus.CompileError)]
    [InlineData(GradeStatus.Timeout)]
    [InlineData(GradeStatus.OutOfMemory)]
    [InlineData(GradeStatus.Crashed)]
    [InlineData(GradeStatus.Blocked)]
    [InlineData(GradeStatus.Failed)]
    public void Without_a_verdict_nothing_passes(GradeStatus status)
    {
        Assert.Contains("why it is so", Of(status, RequirementVerdict.NotRun, stretch: false).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_graded_fails_with_its_one_line()
    {
        var broken = new SubmissionRecord("notebooks/01-cache-key.ipynb", null, [], "notebooks/01-cache-key.ipynb: line 3, column 1: it is not JSON");
        var failure = Assert.Throws<PlainFailureException>(() => RequirementRows.RecordOf(CacheKey, broken));
        Assert.Equal("notebooks/01-cache-key.ipynb: line 3, column 1: it is not JSON", failure.Message);
    }

    [Fact]
    public void A_file_that_holds_another_notebook_fails()
    {
        var other = new SubmissionRecord("notebooks/01-cache-key.ipynb", "02-memory-cache", []);
        Assert.Throws<PlainFailureException>(() => RequirementRows.RecordOf(CacheKey, other));
    }

    private static LearnersVerdict Of(GradeStatus status, RequirementVerdict verdict, bool stretch, bool strict = false)
    {
        var requirement = new RequirementRecord(
            "it", "It", stretch, verdict, verdict is RequirementVerdict.Passed ? "" : "why it is so", verdict is RequirementVerdict.Failed ? Shown : null);
        var record = new ExerciseRecord(CacheKey.Id, status, 0, 1, 0, [requirement], "", [], 0);
        return LearnersVerdict.Of(CacheKey, record, "it", strict);
    }
}
