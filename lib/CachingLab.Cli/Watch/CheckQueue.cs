using System.Threading.Channels;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.Watch;

/// <summary>The running checks, at most one for each notebook: a newer save cancels the check of an older one.</summary>
/// <param name="checker">The checker.</param>
/// <param name="events">Receives the verdicts.</param>
/// <param name="time">The clock for the time without saves.</param>
internal sealed class CheckQueue(CourseChecker checker, ChannelWriter<LabEvent> events, TimeProvider time) : IAsyncDisposable
{
    // The time without saves before a garbage collection, so that it delays no verdict but soon frees the memory.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    // At the start all notebooks are new. More than two checks at a time would only make each slower.
    private readonly SemaphoreSlim places = new(2);
    private readonly Dictionary<string, (CancellationTokenSource Ending, Task Check)> running = [];
    private readonly CancellationTokenSource closing = new();
    private readonly ITimer tidying = time.CreateTimer(
        _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private Task warming = Task.CompletedTask;

    /// <summary>Begins to check a save.</summary>
    public void Begin(NotebookSaved save)
    {
        tidying.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Task before = Task.CompletedTask;
        if (running.Remove(save.Name, out (CancellationTokenSource Ending, Task Check) older))
        {
            older.Ending.Cancel();
            before = older.Check.ContinueWith(_ => older.Ending.Dispose(), TaskScheduler.Default);
        }

        var ending = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        running[save.Name] = (ending, Task.Run(() => CheckAsync(save, before, ending.Token), CancellationToken.None));
    }

    /// <summary>Prepares the first check of an exercise, unless another preparation is running.</summary>
    public void Warm(Exercise exercise)
    {
        if (warming.IsCompleted)
            warming = Task.Run(() => QuietlyAsync(() => checker.WarmAsync(exercise, closing.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll([warming, .. running.Values.Select(r => r.Check)]);
        foreach ((CancellationTokenSource ending, _) in running.Values)
            ending.Dispose();
        await tidying.DisposeAsync();
        closing.Dispose();
        places.Dispose();
    }

    private async Task CheckAsync(NotebookSaved save, Task before, CancellationToken ending)
    {
        await before;
        await QuietlyAsync(async () =>
        {
            await places.WaitAsync(ending);
            try
            {
                await checker.CheckAsync(save.Name, save.Notebook, events, ending);
            }
            catch (MachineFaultException e)
            {
                events.TryWrite(new ChecksEnded(save.Name, [], e.Message));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A check that fails must be shown, but must not end the watching.
                events.TryWrite(new ChecksEnded(save.Name, [], CodeText.FirstLine($"could not be checked: {e.Message}")));
            }
            finally
            {
                places.Release();
                tidying.Change(Rest, Timeout.InfiniteTimeSpan);
            }
        });
    }

    private static async Task QuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // There is a newer save, or the lab is closing.
        }
    }
}
