using System.Diagnostics;
using System.IO.Pipes;

namespace CachingLab.Cli.Grades;

/// <summary>
/// Has a class graded in a process of its own, and starts it anew when that comes to a sudden end or falls silent: where no walls stand, an answer
/// can do that to it. What the run keeps says which answer it was.
/// </summary>
/// <param name="worker">Starts the grading, once the environment says that it is watched.</param>
/// <param name="kept">The file that the run is kept in.</param>
/// <param name="silence">How long nothing may be heard of it: it beats every second, however busy it is.</param>
internal sealed class GradeSupervisor(Func<ProcessStartInfo> worker, string kept, TimeSpan silence)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan StoppingTime = TimeSpan.FromSeconds(8);

    /// <summary>Supervises the call of this process.</summary>
    /// <param name="kept">The file that the run is kept in.</param>
    public static GradeSupervisor OfThisCall(string kept) => new(ThisCall, kept, TimeSpan.FromSeconds(30));

    /// <summary>Has the class graded.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        for (bool again = false; ; again = true)
        {
            long before = KeptBytes();
            int code = await RunOnceAsync(again, cancellationToken);
            if (code is ExitCode.Passed or ExitCode.Failed or ExitCode.BadInput)
                return code;
            cancellationToken.ThrowIfCancellationRequested();
            if (KeptBytes() <= before)
            {
                await Console.Error.WriteLineAsync($"the grader came to a sudden end (exit code {code}) before it had graded anything: try the same command again");
                return ExitCode.BadInput;
            }

            await Console.Error.WriteLineAsync($"the grader was stopped, perhaps by an answer (exit code {code}): going on, with what was under way alone");
        }
    }

    private async Task<int> RunOnceAsync(bool again, CancellationToken cancellationToken)
    {
        using var beats = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        ProcessStartInfo start = worker();
        start.RedirectStandardInput = true;
        start.Environment[SupervisedProcess.Variable] = $"{beats.GetClientHandleAsString()} {(again ? SupervisedProcess.Again : "")}";
        using Process process = Process.Start(start)!;
        beats.DisposeLocalCopyOfClientHandle();
        long heard = Stopwatch.GetTimestamp();
        new Thread(() => Listen(beats, ref heard)) { IsBackground = true, Name = "beats" }.Start();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => Tell(process));
        Task exited = process.WaitForExitAsync(CancellationToken.None);
        TimeSpan stopping = TimeSpan.Zero;
        while (await Task.WhenAny(exited, Task.Delay(Look, CancellationToken.None)) != exited)
        {
            stopping += cancellationToken.IsCancellationRequested ? Look : TimeSpan.Zero;
            if (stopping > StoppingTime || Stopwatch.GetElapsedTime(Interlocked.Read(ref heard)) > silence)
                End(process);
        }

        return process.ExitCode;
    }

    private static void Listen(AnonymousPipeServerStream beats, ref long heard)
    {
        try
        {
            while (beats.ReadByte() >= 0)
                Interlocked.Exchange(ref heard, Stopwatch.GetTimestamp());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone.
        }
    }

    private static void Tell(Process process)
    {
        try
        {
            process.StandardInput.Write(SupervisedProcess.Stop);
            process.StandardInput.Flush();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private static ProcessStartInfo ThisCall()
    {
        string program = Environment.ProcessPath!;
        string[] arguments = Environment.GetCommandLineArgs()[1..];
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new ProcessStartInfo(program, isHost ? [typeof(GradeSupervisor).Assembly.Location, .. arguments] : arguments) { UseShellExecute = false };
    }

    private long KeptBytes() => new FileInfo(kept) is { Exists: true } file ? file.Length : 0;
}
