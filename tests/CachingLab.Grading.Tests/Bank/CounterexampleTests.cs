using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Each counterexample, pasted into the notebook with the answer it accuses, prints what the report says that it got.</summary>
public sealed class CounterexampleTests : IAsyncDisposable
{
    // A race that is lost nearly always may be won a few times in a row.
    private const int MostTries = 40;
    private readonly PastedCode pasted = new();
    private readonly HashSet<string> shown = [];

    public ValueTask DisposeAsync() => pasted.DisposeAsync();

    [Theory]
    [MemberData(nameof(KnownAnswer.ExerciseIds), MemberType = typeof(KnownAnswer))]
    public async Task A_counterexample_prints_what_the_report_says(string exercise)
    {
        KnownAnswer[] answers = [.. KnownAnswer.Asked.Where(a => a.Exercise.Id == exercise && a.Kind != "hostile")];
        var differences = new IReadOnlyList<string>[answers.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = BankGrader.AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, answers.Length, options, async (i, token) => differences[i] = await DifferencesAsync(answers[i], token));
        string[] all = [.. differences.SelectMany(d => d)];
        Assert.True(all.Length == 0, string.Join('\n', all));

        // No requirement is without an answer that it catches: none goes unlooked at.
        IEnumerable<string> asked = Course.Exercises.Single(e => e.Id == exercise).Requirements.Select(r => r.Id);
        Assert.Equal(asked.Except(Reproduction.NotInOneCell.Keys).Order(), shown.Order());
    }

    [Fact]
    public async Task A_fault_that_one_cell_cannot_show_comes_with_the_way_to_see_it()
    {
        await using var grader = new BankGrader(new SandboxLimits { CpuTime = TimeSpan.FromMinutes(2), WallTime = TimeSpan.FromMinutes(10) }, Walls.Here);
        string title = KnownAnswer.All.First(a => a.Fails.Contains("another-process")).Title;
        Graded graded = await grader.GradeAsync(KnownAnswer.Titled(title), TestContext.Current.CancellationToken);
        Verdict record = graded.Record.Requirements.Single(r => r.Id == "another-process");
        Assert.Equal(["another-process"], Reproduction.NotInOneCell.Keys);
        Assert.StartsWith("// Run this, restart the kernel, ", record.Counterexample!.Code, StringComparison.Ordinal);
        Assert.Single(await pasted.PrintedAsync(graded.Answer, record.Counterexample.Code, TestContext.Current.CancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(KnownAnswer answer, CancellationToken token)
    {
        var differences = new List<string>();
        ExamReport report = await LocalExam.OnceAsync(answer);
        foreach (Verdict result in report.Results.Where(r => r.Counterexample is not null && !Reproduction.NotInOneCell.ContainsKey(r.Id)))
        {
            Counterexample found = result.Counterexample!;
            lock (shown)
                shown.Add(result.Id);
            Assert.True(found.Code.All(char.IsAscii), $"{answer.Title}: not ASCII: {found.Code}");
            IReadOnlyList<string> printed = await pasted.PrintedAsync(answer, found.Code, token);
            if (!await IsReproducedAsync(answer, result.Id, found, printed, token))
                differences.Add(Story(answer, result.Id, found, printed));
        }

        return differences;
    }

    private async Task<bool> IsReproducedAsync(
        KnownAnswer answer, string requirement, Counterexample found, IReadOnlyList<string> printed, CancellationToken token)
    {
        if (Reproduction.IsRace(requirement, found))
        {
            for (int tries = 1; tries < MostTries && !IsLost(); tries++)
                printed = await pasted.PrintedAsync(answer, found.Code, token);
            return IsLost();
        }

        if (Reproduction.IsExact(printed, found.Got))
            return true;
        if (requirement == "latency-in-seconds")
            return Reproduction.IsWrongLatency(printed, found.Tried.Contains("_failed", StringComparison.Ordinal) ? 0.12 : 0.06);

        // A time is another one in each call, and may be the same twice by chance.
        bool isTime = found.Code.Contains("\"LatencySeconds\"", StringComparison.Ordinal);
        return Reproduction.IsSameButForValues(printed, found.Got) && (isTime || await IsNewEachTimeAsync());

        bool IsLost() => Reproduction.IsLostRace(printed) || Reproduction.IsExact(printed, found.Got);

        // Random ones, hash codes and times are others in each process; what an object has of its own is another one in each exam.
        async Task<bool> IsNewEachTimeAsync() =>
            !printed.SequenceEqual(await pasted.PrintedAsync(answer, found.Code, token))
            || (await LocalExam.ExamineAsync(answer, GradedAnswers.Seed))[0].Results.Single(r => r.Id == requirement).Counterexample?.Got != found.Got;
    }

    private static string Story(KnownAnswer answer, string requirement, Counterexample found, IReadOnlyList<string> printed) => string.Join('\n',
    [
        $"{answer.Title}: {requirement}",
        $"  got      {found.Got}",
        .. printed.Select((line, i) => (i == 0 ? "  printed  " : "           ") + line),
        .. found.Code.Split('\n').Select((line, i) => (i == 0 ? "  code     " : "           ") + line),
    ]);
}
