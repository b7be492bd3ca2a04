using System.Diagnostics;
using CachingLab.Engine.Tests.Course;
using CachingLab.Engine.Tests.Engines;
using CachingLab.Notebooks;

[assembly: AssemblyFixture(typeof(HeadlessRuns))]

namespace CachingLab.Engine.Tests.Course;

/// <summary>All notebooks as <c>./lab run --write</c> runs them: one process, at work while the engine runs the same notebooks here.</summary>
public sealed class HeadlessRuns : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-headless-");
    private readonly Dictionary<string, TaskCompletionSource> done = [];
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task reading;

    public HeadlessRuns()
    {
        foreach (IGrouping<string, Work> state in Work.All.GroupBy(w => w.State))
        {
            string notebooks = Repository.MakeNotebooksFolder(Path.Combine(folder.FullName, state.Key));
            foreach (Work work in state)
                NotebookWriter.Write(work.Notebook(), Path.Combine(notebooks, work.Name + ".ipynb"));
        }

        string[] files = [.. Work.All.Select(FileOf)];
        foreach (string file in files)
            done[file] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = LabProcess.Start(["run", "--write", "--seconds", "600", .. files]);
        errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>What came of a notebook's code cells; those after one that failed are missing.</summary>
    internal async Task<IReadOnlyList<CellOutcome>> OfAsync(Work work)
    {
        string file = FileOf(work);
        await done[file].Task.WaitAsync(TestContext.Current.CancellationToken);
        return StoredOutcomes.OfNotebook(file, work.Notebook());
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await Task.WhenAll(reading, errors);
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string FileOf(Work work) => Path.Combine(folder.FullName, work.State, "notebooks", work.Name + ".ipynb");

    // A notebook is written before the next one begins.
    private async Task ReadAsync()
    {
        string? running = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("== ", StringComparison.Ordinal) || !done.ContainsKey(line[3..]))
                continue;
            if (running is not null)
                done[running].TrySetResult();
            running = line[3..];
        }

        foreach (TaskCompletionSource waiting in done.Values)
            waiting.TrySetResult();
    }
}
