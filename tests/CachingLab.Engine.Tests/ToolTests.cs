using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;

namespace CachingLab.Engine.Tests;

/// <summary>The engine as editors start it.</summary>
public sealed class ToolTests(HeadlessRuns headless)
{
    [Fact]
    public async Task Notebook_01_run_by_lab_on_the_tool_shows_the_same_as_by_labs_own_runner()
    {
        await Tool.CommandAsync();
        var work = new Work("01-cache-key", Work.Solved);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-tool-");
        try
        {
            string file = Path.Combine(Repository.MakeNotebooksFolder(folder.FullName), "01-cache-key.ipynb");
            NotebookWriter.Write(work.Notebook(), file);
            string printed = await LabProcess.RunAsync("run", "--engine", "interactive", "--write", "--seconds", "600", file);
            IReadOnlyList<CellOutcome> here = StoredOutcomes.OfNotebook(file, work.Notebook());
            Assert.Empty(here.Where(c => c.Error is not null).Select(c => $"{c.Id}: {c.Error}"));
            Assert.Equal((await headless.OfAsync(work)).Select(c => $"{c.Id}: {Comparable.Of(c, lucky: false)}"), here.Select(c => $"{c.Id}: {Comparable.Of(c, lucky: false)}"));
            Assert.Contains("all that can be judged", here.Single(c => c.Id == "check-cache-key").Html, StringComparison.Ordinal);
            Assert.StartsWith($"== {file}\n-- ", printed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotContain("<div", printed, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
