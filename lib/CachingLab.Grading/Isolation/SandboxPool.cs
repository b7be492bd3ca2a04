using System.Collections.Concurrent;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>Supplies children, some of them started ahead. A child serves one answer and is never used again.</summary>
/// <param name="limits">What each may use.</param>
/// <param name="walls">The walls around each.</param>
/// <param name="ahead">How many children <see cref="Prepare"/> keeps ready; with 0, each is started when it is taken.</param>
public sealed class SandboxPool(SandboxLimits limits, Walls walls, int ahead) : IAsyncDisposable
{
    private readonly ConcurrentQueue<SandboxProcess> waiting = new();
    private readonly ConcurrentDictionary<Task, bool> retiring = new();
    private readonly Lock filling = new();
    private bool closed;

    public SandboxLimits Limits => limits;

    /// <summary>Starts the missing children. <see cref="Take"/> does not do this, because the processors are busy with the answer at that moment.</summary>
    public void Prepare()
    {
        lock (filling)
        {
            try
            {
                for (int missing = ahead - waiting.Count; missing > 0 && !closed; missing--)
                    waiting.Enqueue(Warm(Start()));
            }
            catch (MachineFaultException)
            {
                // Whoever takes a child meets the same fault, and can say so.
            }
        }
    }

    /// <summary>Returns a child for the caller alone: a ready one or else a new one. Its wall time has not started yet.</summary>
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

    /// <summary>Starts a child for the caller alone, in other surroundings. A result that is the same there does not depend on them.</summary>
    public SandboxProcess TakeElsewhere() => new SandboxProcess(SandboxProgram.Cells, limits, walls, elsewhere: true);

    /// <summary>Ends a child. When children are started ahead, the caller does not wait for the cleanup.</summary>
    public Task RetireAsync(SandboxProcess sandbox)
    {
        Task ending = Task.Run(async () => await sandbox.DisposeAsync());
        retiring[ending] = true;
        _ = ending.ContinueWith(t => retiring.TryRemove(t, out _), TaskScheduler.Default);
        return ahead == 0 ? ending : Task.CompletedTask;
    }

    /// <summary>What the ready children have used so far.</summary>
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

    private SandboxProcess Start() => new SandboxProcess(SandboxProgram.Cells, limits, walls);

    private static SandboxProcess Warm(SandboxProcess child)
    {
        // Take skips a child that has ended.
        _ = child.Connection.Remote<IWorker>().WarmUpAsync().ContinueWith(t => t.Exception, TaskScheduler.Default);
        return child;
    }
}
