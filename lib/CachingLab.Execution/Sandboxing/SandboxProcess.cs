using System.Diagnostics;
using System.IO.Pipes;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Execution;

/// <summary>One child process: started apart, talked to over a private pipe, watched, and gone without a trace when disposed.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    // Between making the pipes and closing this side's copies, any other child started here would inherit them.
    private static readonly Lock Starting = new();
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DyingTime = TimeSpan.FromSeconds(3);
    private readonly SandboxLimits limits;
    private readonly string mark = Guid.NewGuid().ToString("N");
    private readonly bool walls;
    private readonly Process process;
    private readonly AnonymousPipeServerStream toChild = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream fromChild = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly OutputTail output;
    private readonly HashSet<(int Id, long Started)> seen = [];
    private readonly TaskCompletionSource<SandboxEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task ending;
    private long armed;
    private int reason = -1;

    private SandboxProcess(
        SandboxProgram program, SandboxLimits limits, bool walls, Func<Message, CancellationToken, Task<Message>> answer, string? workFolder)
    {
        this.limits = limits;
        this.walls = walls;
        Folder = SandboxLeftovers.NewFolder().FullName;
        foreach (string name in (string[])[SandboxFolders.Work, SandboxFolders.Home, SandboxFolders.Temporary])
            Directory.CreateDirectory(Path.Combine(Folder, name));
        WorkFolder = workFolder ?? Path.Combine(Folder, SandboxFolders.Work);
        output = new OutputTail(limits, () => Stop(SandboxEndReason.Printed));
        process = StartProcess(program);
        process.StandardInput.Close();
        Peer = new Peer(fromChild, toChild, limits.MessageBytes, answer);
        ending = Task.Run(EndAsync);
    }

    /// <summary>Why bubblewrap cannot be used here, with what to do; null when it works.</summary>
    public static string? WallsProblem => Bubblewrap.Problem;

    /// <summary>The conversation with the child.</summary>
    public Peer Peer { get; }

    /// <summary>The folder that is the child's own.</summary>
    public string Folder { get; }

    /// <summary>The folder that its cells run in: empty at the start, in <see cref="Folder"/>, unless another was asked for.</summary>
    public string WorkFolder { get; }

    /// <summary>Completes when the process and all that it started are gone.</summary>
    public Task<SandboxEnd> Ended => ended.Task;

    /// <summary>Starts a child.</summary>
    /// <param name="program">What it is to do.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="walls">Whether bubblewrap surrounds it.</param>
    /// <param name="answer">Answers what the child asks.</param>
    /// <param name="workFolder">Another folder to run in, without walls alone.</param>
    public static SandboxProcess Start(
        SandboxProgram program,
        SandboxLimits limits,
        bool walls,
        Func<Message, CancellationToken, Task<Message>> answer,
        string? workFolder = null) =>
        new(program, limits, walls, answer, workFolder);

    /// <summary>
    /// Starts the clock of <see cref="SandboxLimits.WallTime"/> and the looks at what is used: to be called before the first work is asked for.
    /// Until then only the course's own code runs in the child, and nobody spends time on looking.
    /// </summary>
    public void Arm()
    {
        Interlocked.CompareExchange(ref armed, Stopwatch.GetTimestamp(), 0);
        SandboxWatch.Add(this);
    }

    /// <summary>Ends the looks until <see cref="Arm"/> is called again: the child has nothing of a learner's to do. The clock goes on.</summary>
    public void Rest() => SandboxWatch.Remove(this);

    /// <summary>Ends the process and all that it started; the first reason given is the one that counts.</summary>
    public void Stop(SandboxEndReason why)
    {
        Interlocked.CompareExchange(ref reason, (int)why, -1);
        SandboxCleanup.Kill(process, tree: !walls || !Peer.HasHeard);
        stopped.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Stop(SandboxEndReason.Stopped);
        await ending;
        Peer.Dispose();
        process.Dispose();
        await toChild.DisposeAsync();
        await fromChild.DisposeAsync();
        SandboxCleanup.Delete(Folder);
    }

    /// <summary>What the process uses, or null when it is gone.</summary>
    internal ProcessUse? UseIn(ProcessTable table) => table.UseOf(process);

    /// <summary>Compares what the process uses with what it may use.</summary>
    /// <param name="table">All processes now; null when they could not be read, and only the clock is looked at.</param>
    internal void Look(ProcessTable? table)
    {
        if (reason >= 0)
            return;
        long start = Interlocked.Read(ref armed);
        if (start != 0 && Stopwatch.GetElapsedTime(start) > limits.WallTime)
        {
            Stop(SandboxEndReason.WallTime);
            return;
        }

        if (table?.UseOf(process) is not { } use)
            return;
        lock (seen)
            seen.UnionWith(use.Processes);
        FolderUse disk = FolderUse.Of(Folder, limits.Files);
        if (use.CpuTime > limits.CpuTime)
            Stop(SandboxEndReason.CpuTime);
        else if (use.MemoryBytes > limits.MemoryBytes)
            Stop(SandboxEndReason.Memory);
        else if (disk.Bytes > limits.DiskBytes || disk.Entries > limits.Files)
            Stop(SandboxEndReason.Disk);
        else if (use.Processes.Count - OwnProcesses > limits.Processes)
            Stop(SandboxEndReason.Processes);
    }

    // bubblewrap stands twice in the table, the child once.
    private const int OwnProcesses = 3;

    private Process StartProcess(SandboxProgram program)
    {
        try
        {
            lock (Starting)
            {
                Process started = Process.Start(SandboxCommand.Create(
                    program, Folder, WorkFolder, limits, walls, toChild.GetClientHandleAsString(), fromChild.GetClientHandleAsString(), mark))!;
                toChild.DisposeLocalCopyOfClientHandle();
                fromChild.DisposeLocalCopyOfClientHandle();
                return started;
            }
        }
        catch
        {
            toChild.Dispose();
            fromChild.Dispose();
            SandboxCleanup.Delete(Folder);
            throw;
        }
    }

    private async Task EndAsync()
    {
        Task drained = Task.WhenAll(
            output.DrainAsync(process.StandardOutput.BaseStream), output.DrainAsync(process.StandardError.BaseStream));
        Task exited = process.WaitForExitAsync();
        Task<Exception?> listening = Peer.ListenAsync();
        if (await Task.WhenAny(listening, exited) == listening && reason < 0)
            await StopBrokenAsync(await listening, exited);

        // Killed, it is gone in a moment, unless the kernel holds it; nobody waits for that.
        await Task.WhenAny(exited, stopped.Task);
        await Task.WhenAny(exited, Task.Delay(DyingTime));
        (int Id, long Started)[] known;
        lock (seen)
            known = [.. seen];
        SandboxCleanup.KillRest(known, walls ? null : mark);
        await Task.WhenAny(drained, Task.Delay(ClosingTime));
        Peer.Close(new EndOfStreamException("the process is gone"));
        SandboxWatch.Remove(this);
        int before = Interlocked.CompareExchange(ref reason, (int)SandboxEndReason.Exited, -1);
        SandboxEndReason why = before == -1 ? SandboxEndReason.Exited : (SandboxEndReason)before;
        ended.TrySetResult(new SandboxEnd(why, why is SandboxEndReason.Exited ? process.ExitCode : null, output.Text));
    }

    private async Task StopBrokenAsync(Exception? broken, Task exited)
    {
        // A process that ends closes its pipe a moment before it is gone; one that lives on without it answers nothing any more.
        if (broken is null)
            await Task.WhenAny(exited, Task.Delay(ClosingTime));
        if (!exited.IsCompleted)
            Stop(broken is MessageTooLargeException ? SandboxEndReason.MessageSize : SandboxEndReason.BrokenMessage);
    }
}
