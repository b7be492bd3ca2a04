using CachingLab.Exams;

namespace CachingLab.Tests.Exams;

public sealed class ExamineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<Exam, Task>, VerdictStatus, string> Endings => new()
    {
        { "passes", _ => Task.CompletedTask, VerdictStatus.Passed, "" },
        { "unmet", e => throw e.Unmet("f(1)", "2", "3"), VerdictStatus.Failed, "tried f(1); got 2; expected 3" },
        { "answer throws", e => Throwing(e), VerdictStatus.Failed, "tried f(2); got IOException: disk; expected no exception" },
        { "stub", _ => throw new AnswerException(new NotImplementedException()), VerdictStatus.Failed, "not written yet: the code still throws NotImplementedException" },
        { "cannot be judged here", _ => throw new NotRunException("needs two"), VerdictStatus.NotRun, "needs two" },
        { "exam's own error", _ => throw new InvalidOperationException("oops"), VerdictStatus.NotRun, "the exam itself stopped here: InvalidOperationException: oops" },
        { "exam's own time-out", _ => throw new TimeoutException("mine"), VerdictStatus.NotRun, "the exam itself stopped here: TimeoutException: mine" },
        { "exam's own cancellation", _ => throw new OperationCanceledException("mine"), VerdictStatus.NotRun, "the exam itself stopped here: OperationCanceledException: mine" },
    };

    [Theory]
    [MemberData(nameof(Endings), DisableDiscoveryEnumeration = true)]
    public async Task Every_requirement_is_there_once_whatever_one_of_them_does(
        string name, Func<Exam, Task> verify, VerdictStatus status, string message)
    {
        ExamReport report = await ExamineAsync(Limit, Rule("before"), new Requirement<string>("it", name, (_, e) => verify(e)), Rule("behind"));
        Assert.Equal(["before", "it", "behind"], report.Results.Select(r => r.Id));
        Assert.Equal([VerdictStatus.Passed, status, VerdictStatus.Passed], report.Results.Select(r => r.Status));
        Assert.Equal(message, report.Results[1].Message);
    }

    [Fact]
    public async Task After_one_that_never_ends_the_rest_is_not_run_and_the_exam_is_told_to_stop()
    {
        var told = new TaskCompletionSource();
        ExamReport report = await ExamineAsync(
            TimeSpan.FromSeconds(5),
            Rule("before"),
            new Requirement<string>("it", "never ends", (_, e) =>
            {
                e.CancellationToken.Register(told.SetResult);
                return new TaskCompletionSource().Task;
            }),
            Rule("behind"));
        Assert.Equal([VerdictStatus.Passed, VerdictStatus.Failed, VerdictStatus.NotRun], report.Results.Select(r => r.Status));
        Assert.StartsWith("no answer within 5 s", report.Results[1].Message, StringComparison.Ordinal);
        Assert.Equal("not run: an earlier requirement never ended", report.Results[2].Message);
        await told.Task.WaitAsync(Limit, Stop);
    }

    [Fact]
    public async Task After_lost_work_the_rest_is_not_run_for_that_reason()
    {
        ExamReport report = await ExamineAsync(
            Limit, new Requirement<string>("it", "dies", (_, _) => throw new WorkLostException("the process ended")), Rule("behind"));
        Assert.All(report.Results, r => Assert.Equal(VerdictStatus.NotRun, r.Status));
        Assert.Equal(["the process ended", "not run: the process ended"], report.Results.Select(r => r.Message));
        Assert.False(report.Passed);
    }

    [Fact]
    public async Task A_requirement_that_hangs_on_an_unmet_one_is_not_run()
    {
        ExamReport report = await ExamineAsync(
            Limit,
            new Requirement<string>("first", "First things", (_, e) => throw e.Unmet("a", "b", "c")),
            Rule("second") with { After = ["first"] },
            Rule("third") with { After = ["second"] },
            Rule("fourth"));
        Assert.Equal(
            [VerdictStatus.Failed, VerdictStatus.NotRun, VerdictStatus.NotRun, VerdictStatus.Passed], report.Results.Select(r => r.Status));
        Assert.Equal("judged once this is met: First things", report.Results[1].Message);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_inputs_and_each_requirement_its_own()
    {
        var words = new List<string>();
        Requirement<string> Drawing(string id) => new(id, id, (_, e) =>
        {
            words.Add(e.Word());
            return Task.CompletedTask;
        });
        await ExamineAsync(Limit, Drawing("a"), Drawing("b"));
        await ExamineAsync(Limit, Drawing("a"), Drawing("b"));
        Assert.Equal(words[..2], words[2..]);
        Assert.NotEqual(words[0], words[1]);
    }

    [Fact]
    public async Task A_cancelled_exam_ends()
    {
        using var ending = new CancellationTokenSource();
        var exercise = new Exercise<string>("x", "X", "00-x", "X", [new("it", "waits", async (_, e) =>
        {
            await ending.CancelAsync();
            await Task.Delay(Timeout.Infinite, e.CancellationToken);
        })]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exercise.ExamineAsync("", new ExamTerms(1, Limit), ending.Token));
    }

    [Fact]
    public async Task An_exercise_whose_every_verdict_is_the_stubs_is_not_attempted()
    {
        Requirement<string> stub = new("a", "a", (_, _) => throw new AnswerException(new NotImplementedException()));
        Requirement<string> elsewhere = new("b", "b", (_, _) => throw new NotRunException("elsewhere"));
        Assert.False((await ExamineAsync(Limit, stub, elsewhere)).Attempted);
        Assert.True((await ExamineAsync(Limit, stub, elsewhere, Rule("c"))).Attempted);
        Assert.True((await ExamineAsync(Limit, stub, new Requirement<string>("d", "d", (_, e) => throw e.Unmet("a", "b", "c")))).Attempted);
        Assert.True((await ExamineAsync(Limit, elsewhere)).Attempted);
    }

    [Fact]
    public async Task What_cannot_be_judged_here_is_not_passed_and_leaves_nothing_to_do_here()
    {
        Requirement<string> elsewhere = new("b", "b", (_, _) => throw new NotRunException("elsewhere") { ByGrader = true });
        ExamReport report = await ExamineAsync(Limit, Rule("a"), elsewhere);
        Assert.Equal((false, true), (report.Passed, report.PassedHere));
        Assert.False((await ExamineAsync(Limit, elsewhere)).PassedHere);
        Assert.False((await ExamineAsync(Limit, Rule("a"), new Requirement<string>("c", "c", (_, _) => throw new NotRunException("later")))).PassedHere);
        Assert.False((await ExamineAsync(Limit, Rule("a"), elsewhere, new Requirement<string>("c", "c", (_, _) => throw new WorkLostException("gone")))).PassedHere);
    }

    [Fact]
    public async Task An_unmet_stretch_does_not_keep_an_exercise_from_passing()
    {
        ExamReport report = await ExamineAsync(
            Limit, Rule("a"), new Requirement<string>("s", "s", (_, e) => throw e.Unmet("a", "b", "c")) { Stretch = true });
        Assert.True(report.Passed);
        Assert.Equal("s", Assert.Single(report.Stretch).Id);
    }

    private static Task Throwing(Exam exam)
    {
        exam.Try("f(2)");
        throw new AnswerException(new IOException("disk\nmore"));
    }

    private static Requirement<string> Rule(string id) => new(id, id, (_, _) => Task.CompletedTask);

    private static Task<ExamReport> ExamineAsync(TimeSpan limit, params Requirement<string>[] rules) =>
        new Exercise<string>("x", "X", "00-x", "X", rules).ExamineAsync("", new ExamTerms(7, limit), Stop);
}
