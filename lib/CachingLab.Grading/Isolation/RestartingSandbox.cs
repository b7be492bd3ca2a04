using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Grading.Isolation;

/// <summary>A child that serves one ask after another, and another child once that one is gone.</summary>
/// <param name="start">Starts one.</param>
internal sealed class RestartingSandbox(Func<SandboxProcess> start) : IAsyncDisposable
{
    // Between looks at an ask that takes long.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // How many times its patience an ask may take on the wall: a child that waits for ever uses no processor time.
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

    /// <summary>Asks the child; while it has something to do, it is looked at.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="patience">
    /// How much processor time the child may use before it replies; one that uses more is ended. Time on the wall is no measure of the ask: a
    /// busy machine stretches it.
    /// </param>
    /// <returns>
    /// The reply; or null, and why the child ended: <see cref="SandboxEndReason.WallTime"/> is this ask's doing, <see cref="SandboxEndReason.Stopped"/>
    /// is not, and of all else nobody knows whose it is.
    /// </returns>
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
            // It caught itself; but one that ran out of memory may have harmed the others' work too.
            SandboxEndReason why = e.Is<OutOfMemoryException>() ? SandboxEndReason.Memory : SandboxEndReason.BrokenMessage;
            Drop(child, SandboxEndReason.BrokenMessage);
            return (null, why);
        }
        catch (TimeoutException)
        {
            Drop(child, SandboxEndReason.WallTime);
            return (null, SandboxEndReason.WallTime);
        }
        catch (PeerClosedException)
        {
            Drop(child, SandboxEndReason.Exited);
            SandboxEndReason why = (await child.Process.Ended).Reason;

            // What took too long was another ask: this one's own patience is not at its end.
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
            if (used - before > patience || Stopwatch.GetElapsedTime(start) > patience * WallFactor)
                throw new TimeoutException();
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
