using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;

namespace CachingLab.Engine.Tests;

/// <summary>The engine as editors start it.</summary>
public sealed class ToolTests(Tool tool, HeadlessRuns headless)
{
    [Fact]
    public async Task Notebook_01_runs_over_the_tools_standard_input_and_output()
    {
        var work = new Work("01-cache-key", Work.Solved);
        var here = new List<CellOutcome>();
        foreach (Cell cell in work.Notebook().Cells.Where(c => c.IsCode))
            here.Add(await tool.RunAsync(cell.Id!, cell.Source));
        Assert.Empty(here.Where(c => c.Error is not null).Select(c => $"{c.Id}: {c.Error}"));
        Assert.Equal((await headless.OfAsync(work)).Select(c => $"{c.Id}: {Comparable.Of(c, lucky: false)}"), here.Select(c => $"{c.Id}: {Comparable.Of(c, lucky: false)}"));
        Assert.Contains("all that can be judged", here.Single(c => c.Id == "check-cache-key").Html, StringComparison.Ordinal);
    }
}
