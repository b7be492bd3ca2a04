using System.Collections.Concurrent;
using CachingLab.Exams;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What an exam draws at random decides nothing about a right answer.</summary>
public sealed class SeedsTests
{
    // Beside the bank's own.
    private static readonly int[] Seeds = KnownAnswer.IsWhole ? [1, 2, 3] : [1];

    private static IEnumerable<KnownAnswer> Asked => KnownAnswer.All.Where(a => a.Kind == "right")
        .GroupBy(a => a.Exercise).SelectMany(some => KnownAnswer.IsWhole ? some : some.Take(2));

    private static readonly Lazy<Task<ILookup<string, string>>> Problems = new(AllProblemsAsync);

    [Theory]
    [MemberData(nameof(KnownAnswer.ExerciseIds), MemberType = typeof(KnownAnswer))]
    public async Task A_right_answer_passes_whatever_the_seed(string exercise)
    {
        Assert.Contains(Asked, a => a.Exercise.Id == exercise);
        Assert.Empty((await Problems.Value)[exercise]);
    }

    // Those of all exercises side by side: one that waits leaves the processor to the others.
    private static async Task<ILookup<string, string>> AllProblemsAsync()
    {
        var problems = new ConcurrentBag<(string Exercise, string Problem)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = BankGrader.AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Asked, options, async (answer, _) =>
        {
            foreach (string problem in await ProblemsAsync(answer))
                problems.Add((answer.Exercise.Id, problem));
        });
        return problems.ToLookup(p => p.Exercise, p => p.Problem);
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(KnownAnswer answer) =>
        (await LocalExam.ExamineAsync(answer, Seeds)).SelectMany(report => report.Results
            .Where(r => r.Status is VerdictStatus.Failed && !answer.Misses.Contains(r.Id) && !answer.MayMiss.Contains(r.Id))
            .Select(r => $"{answer.Title}, seed {report.Seed}, {r.Id}: {r.Message}")
            .Concat(report.PassedHere ? [] : [$"{answer.Title}, seed {report.Seed}: not passed"]));
}
