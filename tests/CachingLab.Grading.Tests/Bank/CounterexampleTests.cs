using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Each counterexample, pasted into the notebook with the answer it accuses, prints what the report says that it got.</summary>
/// <param name="pasted">What they print.</param>
public sealed class CounterexampleTests(PastedCounterexamples pasted) : IClassFixture<PastedCounterexamples>
{
    [Theory]
    [MemberData(nameof(KnownAnswer.ExerciseIds), MemberType = typeof(KnownAnswer))]
    public async Task A_counterexample_prints_what_the_report_says(string exercise)
    {
        PastedCounterexample[] own = [.. (await pasted.All).Where(p => p.Exercise == exercise)];
        string[] differences = [.. own.Select(p => p.Difference).OfType<string>()];
        Assert.True(differences.Length == 0, string.Join('\n', differences));

        // No requirement is without an answer that it catches: none goes unlooked at.
        IEnumerable<string> asked = Course.Exercises.Single(e => e.Id == exercise).Requirements.Select(r => r.Id);
        Assert.Equal(asked.Except(Reproduction.NotInOneCell.Keys).Order(), own.Select(p => p.Requirement).Distinct().Order());
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
        await using var cell = new PastedCode();
        Assert.Single(await cell.PrintedAsync(graded.Answer, record.Counterexample.Code, TestContext.Current.CancellationToken));
    }
}
