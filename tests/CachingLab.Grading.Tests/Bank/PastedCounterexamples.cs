using System.Collections.Concurrent;
using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>The counterexamples of this run's answers, each pasted once when the first test asks.</summary>
public sealed class PastedCounterexamples : IAsyncDisposable
{
    // A race that is lost nearly always may be won a few times in a row.
    private const int MostTries = 40;
    private readonly PastedCode pasted = new();
    private readonly Lazy<Task<IReadOnlyCollection<PastedCounterexample>>> all;

    public PastedCounterexamples() => all = new(PasteAsync);

    /// <summary>One for each requirement that an answer does not meet.</summary>
    public Task<IReadOnlyCollection<PastedCounterexample>> All => all.Value;

    public ValueTask DisposeAsync() => pasted.DisposeAsync();

    // Those of all exercises side by side: one that waits leaves the processor to the others. A race needs the processors for itself.
    private async Task<IReadOnlyCollection<PastedCounterexample>> PasteAsync()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        var found = new ConcurrentBag<PastedCounterexample>();
        var races = new ConcurrentBag<(KnownAnswer Answer, Verdict Verdict)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = BankGrader.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(KnownAnswer.Asked.Where(a => a.Kind != "hostile"), options, async (answer, token) =>
        {
            ExamReport report = await LocalExam.OnceAsync(answer);
            foreach (Verdict verdict in report.Results.Where(r => r.Counterexample is not null && !Reproduction.NotInOneCell.ContainsKey(r.Id)))
            {
                if (Reproduction.IsRace(verdict.Id, verdict.Counterexample!))
                    races.Add((answer, verdict));
                else
                    found.Add(await PasteAsync(answer, verdict, token));
            }
        });
        foreach ((KnownAnswer answer, Verdict verdict) in races)
            found.Add(await PasteAsync(answer, verdict, cancellationToken));
        return found;
    }

    private async Task<PastedCounterexample> PasteAsync(KnownAnswer answer, Verdict verdict, CancellationToken token)
    {
        Counterexample found = verdict.Counterexample!;
        Assert.True(found.Code.All(char.IsAscii), $"{answer.Title}: not ASCII: {found.Code}");
        IReadOnlyList<string> printed = await pasted.PrintedAsync(answer, found.Code, token);
        bool isReproduced = await IsReproducedAsync(answer, verdict.Id, found, printed, token);
        return new PastedCounterexample(answer.Exercise.Id, verdict.Id, isReproduced ? null : Story(answer, verdict.Id, found, printed));
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

/// <summary>What came of one.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Difference">What it printed, where that is not what the report says; else null.</param>
public sealed record PastedCounterexample(string Exercise, string Requirement, string? Difference);
