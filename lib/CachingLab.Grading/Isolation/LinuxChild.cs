using System.ComponentModel;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>A child on Linux, in its own session and behind the requested walls. The kernel ends it when this process ends.</summary>
internal sealed partial class LinuxChild : ChildProcess
{
    // USER_HZ, the unit of times in /proc on every Linux.
    private const double TicksPerSecond = 100;
    private const int Kill9 = 9;
    private const int ByProcess = 1;
    private const int Ended = 4;
    private const int LeaveItThere = 0x1000000;
    private const int Interrupted = 4;
    private const int SmallStack = 256 * 1024;
    private static readonly Lazy<bool> InheritedClosed = new(CloseInherited);
    private readonly AnonymousPipeServerStream toChild = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream fromChild = new(PipeDirection.In);
    private readonly AnonymousPipeServerStream output = new(PipeDirection.In);
    private readonly AnonymousPipeServerStream error = new(PipeDirection.In);
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim started = new();
    private int id;
    private int startError;
    private bool reaped;

    /// <summary>Starts a child. Its file rules apply from its first instruction; it puts up the other walls itself before it reads a message.</summary>
    public LinuxChild(SandboxCommand command, Walls walls)
    {
        _ = InheritedClosed.Value;
        using Landlock? rules = walls.Parts.HasFlag(WallParts.Files) ? ReadableFiles.Rules(command.Readable, command.Folder) : null;
        using var program = new PosixSpawn(
            SandboxCommand.Executable,
            command.Arguments("3", "4", walls.Parts),
            command.Environment().Select(e => $"{e.Key}={e.Value}"),
            ClientOf(output), ClientOf(error), ClientOf(toChild), ClientOf(fromChild));
        new Thread(() => Watch(program, rules, walls.Parts is not WallParts.None), SmallStack) { IsBackground = true, Name = "child's end" }.Start();
        started.Wait();
        foreach (AnonymousPipeServerStream pipe in (AnonymousPipeServerStream[])[toChild, fromChild, output, error])
            pipe.DisposeLocalCopyOfClientHandle();
        if (startError == 0)
        {
            DieFirst();
            return;
        }

        Dispose();
        throw new MachineFaultException($"{SandboxCommand.Executable} cannot be started ({new Win32Exception(startError).Message}): end other programs, or grade fewer at a time");
    }

    public override Stream ToChild => toChild;

    public override Stream FromChild => fromChild;

    public override Stream Output => output;

    public override Stream Error => error;

    public override Task<int> Exited => exited.Task;

    public override void Kill()
    {
        // The child leads a process group, which holds what it started unless that left the group. Behind walls it can start nothing.
        lock (gate)
        {
            if (id > 0 && !reaped)
                _ = Send(-id, Kill9) + Send(id, Kill9);
        }
    }

    // proc(5): after the name in parentheses come state (3), …, utime (14), stime (15), …, num_threads (20), …, rss (24).
    public override ProcessUse? Use()
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long Number(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return fields[0] is "Z" or "X"
                ? null
                : new ProcessUse(Number(24) * Environment.SystemPageSize, TimeSpan.FromSeconds((Number(14) + Number(15)) / TicksPerSecond), (int)Number(20));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override TimeSpan? Waiting() => ProcFiles.Waits(id);

    public override long UnlinkedBytes(string folder) => ProcFiles.UnlinkedBytes(id, folder);

    public override void Dispose()
    {
        toChild.Dispose();
        fromChild.Dispose();
        output.Dispose();
        error.Dispose();
        started.Dispose();
    }

    private static int ClientOf(AnonymousPipeServerStream pipe) => (int)pipe.ClientSafePipeHandle.DangerousGetHandle();

    /// <summary>
    /// Starts the process from a thread that is restricted first, and reaps it. The thread stays until the process has ended, because the kernel ends
    /// a child together with the thread that started it.
    /// </summary>
    private void Watch(PosixSpawn program, Landlock? rules, bool unprivileged)
    {
        var restricted = new Thread(
            () =>
            {
                startError = program.Start(rules, unprivileged, out id);
                started.Set();
                if (startError == 0)
                    WaitForEnd(id);
            },
            SmallStack)
        {
            IsBackground = true,
            Name = "child's start",
        };
        restricted.Start();
        restricted.Join();
        if (startError != 0)
        {
            exited.TrySetResult(-1);
            return;
        }

        int status = 0;
        Kill();
        lock (gate)
        {
            reaped = true;
            while (Reap(id, ref status, 0) < 0 && Marshal.GetLastPInvokeError() == Interrupted)
            {
            }
        }

        int signal = status & 0x7f;
        exited.TrySetResult(signal == 0 ? (status >> 8) & 0xff : 128 + signal);
    }

    private static unsafe void WaitForEnd(int id)
    {
        byte* information = stackalloc byte[128];
        while (WaitFor(ByProcess, id, information, Ended | LeaveItThere) < 0 && Marshal.GetLastPInvokeError() == Interrupted)
        {
        }
    }

    // When memory runs out, the kernel should kill the child and not the grader.
    private void DieFirst()
    {
        try
        {
            File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/oom_score_adj"), "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The child has ended, or the system forbids this. Then the kernel chooses.
        }
    }

    // .NET opens descriptors that no child inherits. Those that this process was started with would be inherited, so they are closed in children.
    private static bool CloseInherited()
    {
        foreach (string file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(file), NumberStyles.None, CultureInfo.InvariantCulture, out int descriptor) && descriptor > 2)
                _ = SetFlags(descriptor, 2, 1);
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    private static unsafe partial int WaitFor(int kind, int id, byte* information, int options);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int Reap(int id, ref int status, int options);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int SetFlags(int descriptor, int command, nint flags);
}
