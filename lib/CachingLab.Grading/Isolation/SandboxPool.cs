using System.Collections.Concurrent;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>Gives out children, some of them started ahead: a child serves one answer and is never used again.</summary>
/// <param name="limits">What each may use.</param>
/// <param name="walls">What is put around them.</param>
/// <param name="ahead">How many <see cref="Prepare"/> starts ahead; 0 starts each when it is taken.</param>
public sealed class SandboxPool(SandboxLimits limits, Walls walls, int ahead) : IAsyncDisposable
{
    private readonly ConcurrentQueue<SandboxProcess> waiting = new();
    private readonly ConcurrentDictionary<Task, bool> retiring = new();
    private readonly Lock filling = new();
    private bool closed;

    /// <summary>What each child may use.</summary>
    public SandboxLimits Limits => limits;

    /// <summary>Starts the children that are missing. Not done by itself: the moment a child is taken, the processors have better things to do.</summary>
    public void Prepare()
    {
        lock (filling)
        {
            for (int missing = ahead - waiting.Count; missing > 0 && !closed; missing--)
                waiting.Enqueue(Warm(Start()));
        }
    }

    /// <summary>A child of the caller's own: one that waits if there is one, else a new one. Its clock does not run yet.</summary>
    public SandboxProcess Take()
    {
        while (waiting.TryDequeue(out SandboxProcess? ready))
        {
            if (!ready.Ended.IsCompleted)
                return ready;
            _ = RetireAsync(ready);
        }

        return Start();
    }

    /// <summary>A new child of the caller's own in other surroundings: what stays the same there depends on none of them.</summary>
    public SandboxProcess TakeElsewhere() => SandboxProcess.Start(SandboxProgram.Cells, limits, walls, elsewhere: true);

    /// <summary>Ends a child; where children are started ahead for speed, the verdict does not wait for the cleaning.</summary>
    public Task RetireAsync(SandboxProcess sandbox)
    {
        Task ending = Task.Run(async () => await sandbox.DisposeAsync());
        retiring[ending] = true;
        _ = ending.ContinueWith(t => retiring.TryRemove(t, out _), TaskScheduler.Default);
        return ahead == 0 ? ending : Task.CompletedTask;
    }

    /// <summary>What the children that wait have used so far.</summary>
    public (TimeSpan CpuTime, long MemoryBytes) Waiting()
    {
        ProcessUse[] uses = [.. waiting.Select(w => w.Use()).OfType<ProcessUse>()];
        return (TimeSpan.FromTicks(uses.Sum(u => u.CpuTime.Ticks)), uses.Sum(u => u.MemoryBytes));
    }

    /// <summary>Ends all children, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (filling)
            closed = true;
        while (waiting.TryDequeue(out SandboxProcess? ready))
            _ = RetireAsync(ready);
        await Task.WhenAll(retiring.Keys);
    }

    private SandboxProcess Start() => SandboxProcess.Start(SandboxProgram.Cells, limits, walls);

    private static SandboxProcess Warm(SandboxProcess child)
    {
        // One that ends before it is needed is passed over when its turn comes.
        _ = child.Connection.Remote<IWorker>().WarmUpAsync().ContinueWith(t => t.Exception, TaskScheduler.Default);
        return child;
    }
}
