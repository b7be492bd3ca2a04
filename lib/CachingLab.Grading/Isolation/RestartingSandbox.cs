using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Grading.Isolation;

/// <summary>A child that serves many requests, and is replaced when it ends.</summary>
/// <param name="start">Starts a child.</param>
internal sealed class RestartingSandbox(Func<SandboxProcess> start) : IAsyncDisposable
{
    // The time between two looks at a request that takes long.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // A request may take this many times its patience in wall time. No cell makes the compiler wait, so the machine is the cause of more.
    private const int WallFactor = 20;
    private readonly Lock gate = new();
    private readonly List<Task> ending = [];
    private Child? current;
    private bool closed;

    /// <summary>Starts the child if there is none.</summary>
    public void Start()
    {
        lock (gate)
            Living();
    }

    /// <summary>Asks the child. It is watched while it has something to do.</summary>
    /// <param name="ask">Makes the request.</param>
    /// <param name="patience">
    /// How much processor time the child may use before it replies. A child that uses more is ended. Wall time is no measure, because it is longer on
    /// a busy machine.
    /// </param>
    /// <returns>
    /// The reply; or null and why the child ended. <see cref="SandboxEndReason.WallTime"/> is caused by this request, <see cref="SandboxEndReason.Stopped"/>
    /// by another one; for all other reasons the cause is not known.
    /// </returns>
    /// <exception cref="MachineFaultException">A child cannot be started, or the machine is too busy for a reply.</exception>
    public async Task<(T? Reply, SandboxEndReason Ended)> AskAsync<T>(Func<Connection, Task<T>> ask, TimeSpan patience)
        where T : class
    {
        Child child = Begin();
        try
        {
            return (await ReplyAsync(child.Process, ask(child.Process.Connection), patience), default);
        }
        catch (AnswerException e)
        {
            // The child reported its own failure. After an OutOfMemoryException, other requests may be affected too.
            SandboxEndReason why = e.Is<OutOfMemoryException>() ? SandboxEndReason.Memory : SandboxEndReason.BrokenMessage;
            Drop(child, SandboxEndReason.BrokenMessage);
            return (null, why);
        }
        catch (TimeoutException)
        {
            Drop(child, SandboxEndReason.WallTime);
            return (null, SandboxEndReason.WallTime);
        }
        catch (MachineFaultException)
        {
            Drop(child, SandboxEndReason.WallTime);
            throw;
        }
        catch (PeerClosedException)
        {
            Drop(child, SandboxEndReason.Exited);
            SandboxEndReason why = (await child.Process.Ended).Reason;

            // Another request took too long, not this one.
            return (null, why is SandboxEndReason.WallTime ? SandboxEndReason.Stopped : why);
        }
        finally
        {
            End(child);
        }
    }

    /// <summary>What the child uses now, or null.</summary>
    public ProcessUse? Use() => current?.Process.Use();

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            closed = true;
        if (current is { } child)
            Drop(child, SandboxEndReason.Stopped);
        Task[] all;
        lock (gate)
            all = [.. ending];
        await Task.WhenAll(all);
    }

    private static async Task<T> ReplyAsync<T>(SandboxProcess child, Task<T> reply, TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan? before = null;
        while (await Task.WhenAny(reply, Task.Delay(Look)) != reply)
        {
            TimeSpan? used = child.Use()?.CpuTime;
            before ??= used;
            if (used - before > patience)
                throw new TimeoutException();
            if (Stopwatch.GetElapsedTime(start) > patience * WallFactor)
                throw new MachineFaultException($"the compiler had no reply in {(patience * WallFactor).TotalSeconds:0} s: end other programs, or grade fewer at a time");
        }

        return await reply;
    }

    private Child Begin()
    {
        lock (gate)
        {
            Child child = Living();
            child.Asks++;
            child.Process.Arm();
            return child;
        }
    }

    private void End(Child child)
    {
        lock (gate)
        {
            if (--child.Asks == 0)
                child.Process.Rest();
        }
    }

    private Child Living()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (current is { } child)
        {
            if (!child.Process.Ended.IsCompleted)
                return child;
            Drop(child, SandboxEndReason.Exited);
        }

        return current = new Child(start());
    }

    private void Drop(Child child, SandboxEndReason why)
    {
        child.Process.Stop(why);
        lock (gate)
        {
            if (child.Dropped)
                return;
            child.Dropped = true;
            if (current == child)
                current = null;
            ending.RemoveAll(t => t.IsCompleted);
            ending.Add(Task.Run(async () => await child.Process.DisposeAsync()));
        }
    }

    private sealed class Child(SandboxProcess process)
    {
        public SandboxProcess Process => process;

        public int Asks { get; set; }

        public bool Dropped { get; set; }
    }
}
