using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;

namespace CachingLab.Engine.Tests;

/// <summary>The same runs as in <see cref="ComparisonTests"/>, through the engines that are installed.</summary>
public sealed class InstalledEngineTests(HeadlessRuns headless)
{
    [Fact]
    public async Task Jupyter_shows_what_the_headless_runner_shows()
    {
        foreach ((Work work, IReadOnlyList<CellOutcome> here, IReadOnlyList<CellOutcome> there) in await RunsAsync(InstalledEngine.Jupyter))
        {
            bool lucky = work.State != Work.Solved;

            // With the first cell the engine sends its script for the browser.
            Assert.Multiple([.. here.Zip(there).Skip(1).Where(c => !ComparisonTests.IsSpoiled(work, c.First)).Select(c =>
                (Action)(() => Assert.Equal($"{work}, {c.Second.Id}: {Comparable.Of(c.Second, lucky)}", $"{work}, {c.First.Id}: {Comparable.Of(c.First, lucky)}")))]);
        }
    }

    [Fact]
    public Task ClrKernel_runs_every_notebook_to_its_end() => RunToTheEndAsync(InstalledEngine.ClrKernel);

    [Fact]
    public Task Verso_runs_every_notebook_to_its_end() => RunToTheEndAsync(InstalledEngine.Verso);

    // These put outputs in an order of their own, and add to them: what is the same is that no cell fails, and that each check says something.
    private async Task RunToTheEndAsync(InstalledEngine engine)
    {
        foreach ((Work work, IReadOnlyList<CellOutcome> here, _) in await RunsAsync(engine))
        {
            foreach (CellOutcome check in here.Where(c => c.Id.StartsWith("check-", StringComparison.Ordinal)))
                Assert.True(check.Text.Length > 0, $"{work}, {check.Id}: nothing was shown");
        }
    }

    private async Task<IReadOnlyList<(Work Work, IReadOnlyList<CellOutcome> Here, IReadOnlyList<CellOutcome> There)>> RunsAsync(InstalledEngine engine)
    {
        string? missing = await engine.MissingAsync();
        Assert.SkipUnless(missing is null, missing ?? "");
        var runs = new List<(Work, IReadOnlyList<CellOutcome>, IReadOnlyList<CellOutcome>)>();
        foreach (Work work in Work.All)
            runs.Add((work, await engine.RunAsync(work), await headless.OfAsync(work)));
        Assert.Empty(runs.SelectMany(r => r.Item2.Where(c => c.Error is not null).Select(c => $"{r.Item1}, {c.Id}: {c.Error}")));
        Assert.All(runs, r => Assert.Equal(r.Item3.Select(c => c.Id), r.Item2.Select(c => c.Id)));
        return runs;
    }
}
