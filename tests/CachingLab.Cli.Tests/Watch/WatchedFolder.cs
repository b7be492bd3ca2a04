using CachingLab.Cli.Watch;

namespace CachingLab.Cli.Tests.Watch;

/// <summary>A folder with one notebook, under watch; what is seen comes one by one.</summary>
internal sealed class WatchedFolder : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lab-watch-");
    private readonly CancellationTokenSource ending = new();
    private readonly IAsyncEnumerator<WatchEvent> events;

    public WatchedFolder()
    {
        File.WriteAllBytes(Notebook, EditorSaves.Notebook("first"));
        events = new NotebookWatcher(folder.FullName, TimeProvider.System).WatchAsync(ending.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    public string Notebook => Path.Combine(folder.FullName, "01-cache-key.ipynb");

    /// <summary>The next thing that is seen; a save in progress counts only when asked for.</summary>
    public async Task<WatchEvent> NextAsync(bool passing = false)
    {
        do
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
        }
        while (!passing && events.Current is NotebookSaving);
        return events.Current;
    }

    /// <summary>The next saved content of the one cell.</summary>
    public async Task<string> NextSourceAsync() => Assert.IsType<NotebookSaved>(await NextAsync()).Notebook.Cells[0].Source;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        try
        {
            await events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A test that failed leaves a look under way; its folder goes all the same.
        }

        ending.Dispose();
        folder.Delete(recursive: true);
    }
}
