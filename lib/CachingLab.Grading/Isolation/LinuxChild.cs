using System.ComponentModel;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>A child on Linux: in a session of its own, behind what walls were asked for, ended by the kernel when this process ends.</summary>
internal sealed partial class LinuxChild : ChildProcess
{
    // USER_HZ: what /proc counts in on every Linux, whatever the kernel is tuned to.
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

    /// <summary>Starts a child, whose walls stand before it has run an instruction; those that it closes itself, before it has read a message.</summary>
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
        throw new SandboxUnavailableException($"{SandboxCommand.Executable} cannot be started: {new Win32Exception(startError).Message}");
    }

    public override Stream ToChild => toChild;

    public override Stream FromChild => fromChild;

    public override Stream Output => output;

    public override Stream Error => error;

    public override Task<int> Exited => exited.Task;

    public override void Kill()
    {
        // Its session is a group of its own, which holds what it started, unless that left it: behind walls it can start nothing.
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

    public override long UnlinkedBytes(string folder) => UnlinkedFiles.BytesOf(id, folder);

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
    /// Starts the process from a thread that is restricted for it, and reaps it. That thread does nothing else, and stays until the process has
    /// ended: the kernel ends a child when the thread that started it does.
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

    // When memory runs out, the kernel is to take the child, not its grader.
    private void DieFirst()
    {
        try
        {
            File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/oom_score_adj"), "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone, or the system does not let us: then the kernel chooses.
        }
    }

    // What this process has open is its own, but for what it was started with: that a child would inherit.
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
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Send(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int WaitFor(int kind, int id, byte* information, int options);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Reap(int id, ref int status, int options);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetFlags(int descriptor, int command, nint flags);
}
