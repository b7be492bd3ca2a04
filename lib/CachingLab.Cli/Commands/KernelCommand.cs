using System.CommandLine;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;
using CachingLab.Grading;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab kernel</c>: the engine that editors run the notebooks on.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var remove = new Option<bool>("--remove") { Description = "take away what this command wrote, and nothing else" };
        var force = new Option<bool>("--force") { Description = "replace a kernelspec that another program wrote, and keep a copy of it" };
        var command = new Command("kernel", "Registers the .NET Interactive kernel for VS Code and Jupyter; needs neither Python nor Jupyter.") { remove, force };
        command.SetInterruptible((parsed, cancellationToken) => RunAsync(parsed.GetValue(remove), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool remove, bool force, CancellationToken cancellationToken)
    {
        var desk = new KernelInstaller(CourseFolder.Find(AppContext.BaseDirectory).Root, Machine.This, KernelFolders.Here(Machine.This.Home));
        foreach (string line in remove ? desk.Remove() : await desk.InstallAsync(force, cancellationToken))
            await Console.Out.WriteLineAsync(line);
        return ExitCode.Passed;
    }
}
