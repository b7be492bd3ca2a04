using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines whether the notebooks' kernel is registered and its program exists.</summary>
internal static class KernelLook
{
    private const string Topic = "notebook kernel";
    private static readonly string Install = $"{LabCall.Name} kernel";
    private static readonly string Replace = $"{LabCall.Name} kernel --force";

    /// <summary>Examines each folder in which editors look for kernels.</summary>
    /// <param name="machine">The computer.</param>
    /// <param name="folders">The folders.</param>
    public static Task<IReadOnlyList<Finding>> At(Machine machine, IReadOnlyList<string> folders) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. folders.Select(f => Folder(machine, f))]);

    private static Finding Folder(Machine machine, string folder)
    {
        if (KernelSpec.Read(folder) is not { } spec)
            return new(FindingState.Missing, Topic, $"no {KernelSpec.Name} in {folder}: the Jupyter extension of VS Code runs the notebooks on it", Install);
        if (Lost(machine, spec) is { } lost)
            return new(FindingState.Notice, Topic, $"{spec.File} points to {lost}, which is not there", spec.Own ? Install : Replace);
        return new(FindingState.Good, Topic, spec.Own ? spec.File : $"{spec.File}, of another program; {KernelInstaller.Starts(spec)}");
    }

    /// <summary>The missing file or tool of a kernelspec's command, or null.</summary>
    private static string? Lost(Machine machine, KernelSpec spec) => spec.Arguments switch
    {
        [] => "no command",
        [var program, ..] when !There(machine, program) => program,
        ["dotnet", "interactive", ..] when machine.Find("dotnet-interactive") is null => "the global tool dotnet-interactive",
        _ => spec.Arguments.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.IsPathRooted(a) && !File.Exists(a)),
    };

    private static bool There(Machine machine, string program) => Path.IsPathRooted(program) ? File.Exists(program) : machine.Find(program) is not null;
}
