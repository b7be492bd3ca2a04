using System.Diagnostics;
using CachingLab.Worker.Calls;

namespace CachingLab.Grading.Isolation;

/// <summary>One child program with its folder and its connection. Disposal ends the process and deletes the folder.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DyingTime = TimeSpan.FromSeconds(3);

    // Most answers are graded within this time. Only then is it worth counting how long each thread waits.
    private static readonly TimeSpan QuickTime = TimeSpan.FromSeconds(5);
    private readonly SandboxLimits limits;
    private readonly ChildProcess process;
    private readonly OutputHead output;
    private readonly TaskCompletionSource<SandboxEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task ending;
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SandboxPace pace;
    private long armed;
    private long leastRoom = long.MaxValue;
    private int reason = -1;
    private int disposed;

    /// <summary>Starts a child.</summary>
    /// <param name="program">The program.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="walls">The walls around it.</param>
    /// <param name="workFolder">Another folder to run in; works only without walls.</param>
    /// <param name="elsewhere">Whether its time zone, language, folder's name and more differ from those of other children.</param>
    /// <param name="variables">Variables of its environment besides those that each child gets, or null.</param>
    public SandboxProcess(
        SandboxProgram program, SandboxLimits limits, Walls walls, string? workFolder = null, bool elsewhere = false,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        this.limits = limits;
        pace = new SandboxPace(limits);
        string work = elsewhere ? SandboxCommand.OtherWork : SandboxCommand.Work;
        Folder = NewFolder(work);
        WorkFolder = workFolder ?? Path.Combine(Folder, work);
        output = new OutputHead(limits, () => Stop(SandboxEndReason.Printed));
        process = Begin(new SandboxCommand(program, Folder, WorkFolder, limits, elsewhere, variables), walls);
        Connection = new ParentConnection(process.FromChild, process.ToChild, limits.MessageBytes);
        ending = Task.Run(EndAsync);
    }

    public ParentConnection Connection { get; }

    public string Folder { get; }

    /// <summary>The current folder of its cells: an empty one in <see cref="Folder"/>, unless another was passed.</summary>
    public string WorkFolder { get; }

    /// <summary>Completes when the process has ended, or a few seconds after it was killed.</summary>
    public Task<SandboxEnd> Ended => ended.Task;

    /// <summary>
    /// Starts the wall time of <see cref="SandboxLimits.WallTime"/> and the watching. Call this before the first request that runs a learner's code.
    /// Until then only the course's own code runs in the child.
    /// </summary>
    public void Arm()
    {
        Interlocked.CompareExchange(ref armed, Stopwatch.GetTimestamp(), 0);
        SandboxWatch.Add(this);
    }

    /// <summary>Stops the watching until <see cref="Arm"/> is called again, while the child runs no learner's code. The wall time goes on.</summary>
    public void Rest() => SandboxWatch.Remove(this);

    /// <summary>Kills the process. The first reason counts.</summary>
    public void Stop(SandboxEndReason why)
    {
        Interlocked.CompareExchange(ref reason, (int)why, -1);
        process.Kill();
        stopped.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            await gone.Task;
            return;
        }

        try
        {
            Stop(SandboxEndReason.Stopped);
            await ending;
            Connection.Dispose();
            process.Dispose();
            SandboxCleanup.Delete(Folder);
        }
        finally
        {
            gone.TrySetResult();
        }
    }

    /// <summary>What the process uses, or null when it has ended.</summary>
    internal ProcessUse? Use() => process.Use();

    /// <summary>The least room on disk that the process had at a look: what was free, and what it had written. It is not known before the first look.</summary>
    internal long LeastRoom => Interlocked.Read(ref leastRoom);

    /// <summary>Compares what the process uses with its limits, given the free bytes on disk.</summary>
    internal void Look(long free)
    {
        if (reason >= 0)
            return;
        TimeSpan elapsed = Stopwatch.GetElapsedTime(Interlocked.Read(ref armed));
        if (process.Use() is not { } use)
        {
            if (elapsed > limits.WallTime)
                Stop(SandboxEndReason.WallTime);
            return;
        }

        FolderUse disk = FolderUse.Of(Folder, limits.Files);
        long written = Sum(disk.Bytes, process.UnlinkedBytes(Folder));
        leastRoom = Math.Min(leastRoom, Sum(free, written));
        if (pace.Look(elapsed, use.CpuTime, elapsed > QuickTime ? process.Waiting() : null) is { } late)
            Stop(late);
        else if (use.MemoryBytes > limits.MemoryBytes)
            Stop(SandboxEndReason.Memory);
        else if (written > limits.DiskBytes || disk.Entries > limits.Files)
            Stop(SandboxEndReason.Disk);
        else if (use.Threads > limits.Threads)
            Stop(SandboxEndReason.Threads);
    }

    // Either may be long.MaxValue, for what cannot be counted.
    private static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;

    private static string NewFolder(string work)
    {
        try
        {
            string folder = SandboxLeftovers.NewFolder().FullName;
            foreach (string name in (string[])[work, SandboxCommand.Home, SandboxCommand.Temporary])
                Directory.CreateDirectory(Path.Combine(folder, name));
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MachineFaultException(SandboxPlace.Problem() ?? $"a temporary folder could not be made: {Exams.CodeText.FirstLine(e.Message)}");
        }
    }

    private ChildProcess Begin(SandboxCommand command, Walls walls)
    {
        try
        {
            return ChildProcess.Start(command, walls);
        }
        catch
        {
            SandboxCleanup.Delete(Folder);
            throw;
        }
    }

    private async Task EndAsync()
    {
        Task drained = Task.WhenAll(output.DrainOutputAsync(process.Output), output.DrainErrorAsync(process.Error));
        Task exited = process.Exited;
        Task<Exception?> listening = Connection.ListenAsync();
        if (await Task.WhenAny(listening, exited) == listening && reason < 0)
            await StopBrokenAsync(await listening, exited);

        // A killed process ends soon, unless the kernel holds it. Don't wait for that.
        await Task.WhenAny(exited, stopped.Task);
        await Task.WhenAny(exited, Task.Delay(DyingTime));
        await Task.WhenAny(Task.WhenAll(drained, listening), Task.Delay(ClosingTime));
        Connection.Close(new EndOfStreamException("the process is gone"));
        SandboxWatch.Remove(this);
        int before = Interlocked.CompareExchange(ref reason, (int)SandboxEndReason.Exited, -1);
        SandboxEndReason why = before == -1 ? SandboxEndReason.Exited : (SandboxEndReason)before;
        ended.TrySetResult(new SandboxEnd(why, why is SandboxEndReason.Exited ? await process.Exited : null, output.Text, output.Printed));
    }

    private async Task StopBrokenAsync(Exception? broken, Task exited)
    {
        // A process closes its pipe just before it ends. One that goes on without its pipe cannot answer any more.
        if (broken is null)
            await Task.WhenAny(exited, Task.Delay(ClosingTime));
        if (!exited.IsCompleted)
            Stop(broken is MessageTooLargeException ? SandboxEndReason.MessageSize : SandboxEndReason.BrokenMessage);
    }
}
