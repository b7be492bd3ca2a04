using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Course.Tests.Answers;

/// <summary>What becomes a pass, a skip or a failure when a learner runs <c>dotnet test</c>.</summary>
public sealed class TestOutcomeTests
{
    private static readonly Exercise CacheKey = Exercises.Course.Exercises[0];

    [Fact]
    public void An_exercise_that_is_not_attempted_is_skipped()
    {
        TestOutcome verdict = Of(GradeStatus.NotAttempted, VerdictStatus.NotRun);
        Assert.StartsWith("cache-key      not attempted", verdict.Skip, StringComparison.Ordinal);
        Assert.Null(verdict.Failure);
    }

    [Fact]
    public void For_instructors_it_fails()
    {
        TestOutcome verdict = Of(GradeStatus.NotAttempted, VerdictStatus.NotRun, strict: true);
        Assert.StartsWith("cache-key      not attempted", verdict.Failure, StringComparison.Ordinal);
        Assert.Null(verdict.Skip);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_unmet_stretch_requirement_never_fails(bool strict) =>
        Assert.Equal(new TestOutcome(null, null), Of(GradeStatus.Passed, VerdictStatus.Failed, stretch: true, strict: strict));

    [Fact]
    public void A_failure_says_what_was_tried_and_what_came_back_and_what_was_expected()
    {
        string? failure = Of(GradeStatus.Failed, VerdictStatus.Failed).Failure;
        Assert.Equal(
            """
            cache-key      failed           0/1                 0.0 s
                unmet    It (it)
                  tried     MakeCacheKey(a) and MakeCacheKey(b)
                  got       one key
                  expected  two keys
                  paste     MakeCacheKey(a) == MakeCacheKey(b)
            """.ReplaceLineEndings("\n"),
            failure);
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
        TestOutcome verdict = Of(status, VerdictStatus.NotRun);
        Assert.Contains("why it is so", verdict.Failure, StringComparison.Ordinal);
        Assert.Null(verdict.Skip);
    }

    [Fact]
    public void A_file_that_cannot_be_graded_fails_with_its_one_line()
    {
        const string Error = "notebooks/01-cache-key.ipynb: line 3, column 1: it is not JSON";
        Assert.Equal(Error, TestOutcome.Of(CacheKey, new SubmissionRecord("notebooks/01-cache-key.ipynb", null, [], Error), strict: false).Failure);
    }

    [Fact]
    public void A_file_that_holds_another_notebook_fails()
    {
        var other = new SubmissionRecord("notebooks/01-cache-key.ipynb", "02-memory-cache", []);
        Assert.Contains("cells of 02-memory-cache", TestOutcome.Of(CacheKey, other, strict: false).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_must_meet_the_stretch_requirements_too()
    {
        SubmissionRecord met = Graded.As(CacheKey, GradeStatus.Passed, VerdictStatus.Passed, stretch: true);
        SubmissionRecord unmet = Graded.As(CacheKey, GradeStatus.Passed, VerdictStatus.Failed, stretch: true);
        Assert.Null(TestOutcome.OfSolution(CacheKey, met).Failure);
        Assert.Contains("not yours", TestOutcome.OfSolution(CacheKey, unmet).Failure, StringComparison.Ordinal);
        Assert.Contains("no such file", TestOutcome.OfSolution(CacheKey, met with { Exercises = [], Error = "no such file" }).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_machine_is_said_in_place_of_a_verdict_and_blames_no_solution()
    {
        const string Fault = "not graded, because the temporary folder /tmp is full: make room there";
        var submission = new SubmissionRecord("solutions/01-cache-key.ipynb", null, [], Fault);
        Assert.Equal($"solutions/01-cache-key.ipynb: {Fault}", TestOutcome.OfSolution(CacheKey, submission).Failure);
    }

    private static TestOutcome Of(GradeStatus status, VerdictStatus verdict, bool stretch = false, bool strict = false) =>
        TestOutcome.Of(CacheKey, Graded.As(CacheKey, status, verdict, stretch), strict);
}
