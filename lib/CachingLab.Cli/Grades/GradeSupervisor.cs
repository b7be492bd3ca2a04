using System.Diagnostics;
using System.IO.Pipes;

namespace CachingLab.Cli.Grades;

/// <summary>
/// Grades a class in another process, and restarts that process when it ends abruptly or stops responding, which an answer can cause when there are no
/// walls. The run's file tells which answer it was.
/// </summary>
/// <param name="worker">Creates the start information of the grading process.</param>
/// <param name="kept">The file that saves the run.</param>
/// <param name="silence">How long the process may be silent. It sends a heartbeat every second.</param>
internal sealed class GradeSupervisor(Func<ProcessStartInfo> worker, string kept, TimeSpan silence)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan StoppingTime = TimeSpan.FromSeconds(8);

    /// <summary>Supervises the call of this process.</summary>
    /// <param name="kept">The file that saves the run.</param>
    public static GradeSupervisor OfThisCall(string kept) => new(ThisCall, kept, TimeSpan.FromSeconds(30));

    /// <summary>Grades the class.</summary>
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
            // The process has ended.
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
            // The process has ended by itself.
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
            // The process has ended by itself.
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
