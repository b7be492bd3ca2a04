using System.Collections.Concurrent;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Execution;

/// <summary>Gives out children, some of them started ahead: a child serves one answer and is never used again.</summary>
/// <param name="limits">What each may use.</param>
/// <param name="walls">What is put around them.</param>
/// <param name="ahead">How many <see cref="Prepare"/> starts ahead; 0 starts each when it is taken.</param>
public sealed class SandboxPool(SandboxLimits limits, Walls walls, int ahead) : IAsyncDisposable
{
    private readonly ConcurrentQueue<WaitingChild> waiting = new();
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
                waiting.Enqueue(new WaitingChild(limits, walls));
        }
    }

    /// <summary>A child of the caller's own: one that waits if there is one, else a new one. Its clock does not run yet.</summary>
    /// <param name="answer">Answers what the child asks.</param>
    public SandboxProcess Take(Func<Message, CancellationToken, Task<Message>> answer)
    {
        while (waiting.TryDequeue(out WaitingChild? ready))
        {
            ready.Answer = answer;
            if (!ready.Process.Ended.IsCompleted)
                return ready.Process;
            _ = RetireAsync(ready.Process);
        }

        return SandboxProcess.Start(SandboxProgram.Cells, limits, walls, answer);
    }

    /// <summary>A new child of the caller's own in other surroundings: what stays the same there depends on none of them.</summary>
    /// <param name="answer">Answers what the child asks.</param>
    public SandboxProcess TakeElsewhere(Func<Message, CancellationToken, Task<Message>> answer) =>
        SandboxProcess.Start(SandboxProgram.Cells, limits, walls, answer, elsewhere: true);

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
        ProcessUse[] uses = [.. waiting.Select(w => w.Process.Use()).OfType<ProcessUse>()];
        return (TimeSpan.FromTicks(uses.Sum(u => u.CpuTime.Ticks)), uses.Sum(u => u.MemoryBytes));
    }

    /// <summary>Ends all children, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (filling)
            closed = true;
        while (waiting.TryDequeue(out WaitingChild? ready))
            _ = RetireAsync(ready.Process);
        await Task.WhenAll(retiring.Keys);
    }

    /// <summary>A child that waits for its answer, and for whom it will talk to.</summary>
    private sealed class WaitingChild
    {
        public WaitingChild(SandboxLimits limits, Walls walls)
        {
            Process = SandboxProcess.Start(SandboxProgram.Cells, limits, walls, (message, token) => Answer?.Invoke(message, token) ?? Task.FromResult<Message>(new Done()));
            _ = WarmAsync(Process.Peer);
        }

        public SandboxProcess Process { get; }

        public Func<Message, CancellationToken, Task<Message>>? Answer { get; set; }

        private static async Task WarmAsync(Peer peer)
        {
            try
            {
                await peer.AskAsync(new WarmUp());
            }
            catch (Exception e) when (e is PeerClosedException or ObjectDisposedException or OperationCanceledException)
            {
                // It ended before it was needed: the next one takes its place.
            }
        }
    }
}
