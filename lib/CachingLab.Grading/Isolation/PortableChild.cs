using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>A child on Windows or macOS, where nothing keeps it from the user's files and from other processes. On Windows a job bounds it.</summary>
internal sealed class PortableChild : ChildProcess
{
    // Another child that is started before this side's copies of the pipes are closed would inherit them.
    private static readonly Lock Starting = new();
    private readonly AnonymousPipeServerStream toChild;
    private readonly AnonymousPipeServerStream fromChild;
    private readonly Process process;
    private readonly WindowsJob? job;

    public PortableChild(SandboxCommand command)
    {
        lock (Starting)
        {
            toChild = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            fromChild = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            try
            {
                process = Process.Start(StartOf(command))!;
            }
            catch
            {
                toChild.Dispose();
                fromChild.Dispose();
                throw;
            }

            toChild.DisposeLocalCopyOfClientHandle();
            fromChild.DisposeLocalCopyOfClientHandle();
        }

        process.StandardInput.Close();
        Exited = ExitedAsync();

        // This is early enough: the child runs no learner's code before its first message.
        if (OperatingSystem.IsWindows())
            job = new WindowsJob(process.SafeHandle, command.Limits.MemoryBytes);
    }

    public override Stream ToChild => toChild;

    public override Stream FromChild => fromChild;

    public override Stream Output => process.StandardOutput.BaseStream;

    public override Stream Error => process.StandardError.BaseStream;

    public override Task<int> Exited { get; }

    public override void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // The process has ended already.
        }
    }

    public override ProcessUse? Use()
    {
        try
        {
            process.Refresh();
            return process.HasExited ? null : new ProcessUse(process.WorkingSet64, process.TotalProcessorTime, 0);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    public override void Dispose()
    {
        if (OperatingSystem.IsWindows())
            job?.Dispose();
        process.Dispose();
        toChild.Dispose();
        fromChild.Dispose();
    }

    private ProcessStartInfo StartOf(SandboxCommand command)
    {
        var start = new ProcessStartInfo(
            SandboxCommand.Executable, command.Arguments(toChild.GetClientHandleAsString(), fromChild.GetClientHandleAsString(), WallParts.None))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in command.Environment())
            start.Environment[name] = value;
        return start;
    }

    private async Task<int> ExitedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
