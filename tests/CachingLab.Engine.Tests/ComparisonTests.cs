using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;

namespace CachingLab.Engine.Tests;

/// <summary>Every notebook, whatever a learner has written so far, shows on .NET Interactive what it shows in the headless runner.</summary>
public sealed class ComparisonTests(HeadlessRuns headless)
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows =>
        Work.All.Select(w => new TheoryDataRow<string, string>(w.Name, w.State) { TestDisplayName = $"On the engine, {w.Name.Replace('-', ' ')}, {w.State}", Label = "" });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_notebook_runs_to_its_end_and_shows_the_same_on_both(string name, string state)
    {
        var work = new Work(name, state);
        IReadOnlyList<CellOutcome> here = await RunAsync(work);
        IReadOnlyList<CellOutcome> there = await headless.OfAsync(work);
        Assert.Empty(here.Concat(there).Where(c => c.Error is not null).Select(c => $"{work}, {c.Id}: {c.Error}"));
        Assert.Equal(there.Select(c => c.Id), here.Select(c => c.Id));
        bool lucky = state != Work.Solved;
        Assert.Multiple([.. here.Zip(there).Where(c => !IsSpoiled(work, c.First)).Select(c =>
            (Action)(() => Assert.Equal($"{c.Second.Id}: {Comparable.Of(c.Second, lucky)}", $"{c.First.Id}: {Comparable.Of(c.First, lucky)}")))]);
        Assert.All(here.Where(c => c.Id.StartsWith("check-", StringComparison.Ordinal)), c => Assert.StartsWith("<div style=\"border-left", c.Html, StringComparison.Ordinal));
    }

    // This answer keeps its entries in one dictionary for the whole process. After a check that writes from several threads it may throw.
    internal static bool IsSpoiled(Work work, CellOutcome cell) =>
        work is { Name: "02-memory-cache", State: Work.Wrong } && cell.Id == "worth-of-a-hit";

    private static async Task<IReadOnlyList<CellOutcome>> RunAsync(Work work)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-engine-");
        try
        {
            using var engine = new InProcess(Repository.MakeNotebooksFolder(folder.FullName));
            var outcomes = new List<CellOutcome>();
            foreach (Cell cell in work.Notebook().Cells.Where(c => c.IsCode))
                outcomes.Add(await engine.RunAsync(cell.Id!, cell.Source));
            return outcomes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
