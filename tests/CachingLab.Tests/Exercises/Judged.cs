using CachingLab.Exams;

namespace CachingLab.Tests.Exercises;

/// <summary>Runs exams and states what they found.</summary>
internal static class Judged
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Every requirement is met, whatever the seed; <paramref name="notRun"/> ones cannot be judged here.</summary>
    public static async Task PassesAsync<TWork>(Exercise<TWork> exercise, TWork work, int seeds, params string[] notRun)
    {
        for (int seed = 0; seed < seeds; seed++)
        {
            ExamReport report = await exercise.ExamineAsync(work, seed, Limit, TestContext.Current.CancellationToken);
            RequirementResult[] unmet = [.. report.Results.Where(r => r.Status is not RequirementStatus.Passed)];
            Assert.True(
                unmet.Select(r => r.Requirement.Id).SequenceEqual(notRun) && unmet.All(r => r.Status is RequirementStatus.NotRun),
                $"seed {seed}: {Text(unmet)}");
        }
    }

    /// <summary>That requirement is unmet, with a counterexample, and no other.</summary>
    public static async Task FailsOnlyAsync<TWork>(Exercise<TWork> exercise, TWork work, string id, int seed = 7)
    {
        ExamReport report = await exercise.ExamineAsync(work, seed, Limit, TestContext.Current.CancellationToken);
        RequirementResult[] failed = [.. report.Results.Where(r => r.Status is RequirementStatus.Failed)];
        Assert.True(failed.Select(r => r.Requirement.Id).SequenceEqual([id]), $"failed: {Text(failed)}");
        Assert.NotNull(failed[0].Counterexample);
        Assert.NotEmpty(failed[0].Counterexample!.Code);
        Assert.True(failed[0].Counterexample!.Code.All(char.IsAscii), failed[0].Counterexample!.Code);
    }

    private static string Text(IEnumerable<RequirementResult> results) =>
        string.Join("\n", results.Select(r => $"{r.Requirement.Id} {r.Status}: {r.Message}").DefaultIfEmpty("nothing"));
}
