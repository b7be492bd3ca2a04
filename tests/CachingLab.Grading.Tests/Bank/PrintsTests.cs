using CachingLab.Exercises.ShouldCache;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Reports;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What an answer prints while it is examined is in its record, whatever the end of its process.</summary>
public sealed class PrintsTests : IAsyncDisposable
{
    private static readonly SandboxLimits Patient = new()
    {
        WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(1), CompileTime = TimeSpan.FromMinutes(1), PrintedBytes = 2 * 1024 * 1024,
    };

    private readonly BankGrader grader = new(Patient, Walls.Here);

    public ValueTask DisposeAsync() => grader.DisposeAsync();

    [Fact]
    public async Task One_that_prints_without_end_is_stopped_and_its_first_lines_are_kept()
    {
        ExerciseRecord record = await GradeAsync("while (true) Console.WriteLine(new string('x', 1_000));");
        Assert.Equal(GradeStatus.Blocked, record.Status);
        Assert.InRange(record.Printed!.Count, PrintedLines.Most + 1, long.MaxValue);
        Assert.Equal(Enumerable.Repeat(new string('x', PrintedLines.Longest) + "\u2026", PrintedLines.Most), record.Printed.First);
    }

    [Fact]
    public async Task What_was_printed_before_the_process_ended_is_not_lost()
    {
        ExerciseRecord record = await GradeAsync("Console.Write(\"the last words\"); Environment.Exit(3); return true;");
        Assert.Equal(GradeStatus.Crashed, record.Status);
        Assert.Equal(["the last words"], record.Printed!.First);
    }

    [Fact]
    public async Task What_the_runtime_says_of_a_crash_is_no_print()
    {
        ExerciseRecord record = await GradeAsync(
            "Console.WriteLine(\"own\"); new System.Threading.Thread(() => throw new InvalidOperationException()).Start(); System.Threading.Thread.Sleep(-1); return true;");
        Assert.Equal(GradeStatus.Crashed, record.Status);
        Assert.Equal(["own"], record.Printed!.First);
    }

    [Fact]
    public async Task What_a_terminal_would_take_for_a_command_can_be_read()
    {
        ExerciseRecord record = await GradeAsync("Console.Error.WriteLine(\"\\u001b[2J caf\\u00e9 \\ud83d\\ude00\"); return true;");
        Assert.Equal("\\u001b[2J caf\u00e9 \ud83d\ude00", record.Printed!.First[0]);
    }

    [Fact]
    public async Task A_silent_answer_printed_nothing()
    {
        ExerciseRecord record = await GradeAsync("return request.Temperature == 0.0;", "Console.WriteLine(ShouldCache(new LlmRequest(\"m\", \"s\", \"u\")));");
        Assert.Equal(GradeStatus.Failed, record.Status);
        Assert.Null(record.Printed);
    }

    [Fact]
    public async Task Prints_do_not_change_a_verdict()
    {
        ExerciseRecord record = await GradeAsync(
            "System.Threading.Tasks.Task.Run(() => Console.WriteLine(request.Temperature)).Wait(); "
            + "return request.Temperature == 0.0 && request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;");
        Assert.Equal(GradeStatus.Passed, record.Status);
        Assert.InRange(record.Printed!.Count, PrintedLines.Most, long.MaxValue);
        Assert.Equal("0", record.Printed.First[0]);
    }

    private async Task<ExerciseRecord> GradeAsync(string body, string after = "")
    {
        string source = $"bool ShouldCache(LlmRequest request)\n{{\n    {body}\n}}\n{after}";
        var answer = new KnownAnswer(ShouldCacheExercise.Exercise, "hostile", "prints", source, new Dictionary<string, string>());
        return (await grader.GradeAsync(answer, TestContext.Current.CancellationToken)).Record;
    }
}
