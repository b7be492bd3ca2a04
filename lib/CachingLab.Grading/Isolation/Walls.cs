using System.Runtime.InteropServices;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>The kernel's restrictions on child processes. They need no installation and no privilege.</summary>
/// <param name="Parts">The parts in force.</param>
/// <param name="Missing">Which part is missing, why, and what would help; null when the walls are full.</param>
public sealed record Walls(WallParts Parts, string? Missing)
{
    // On Windows a job object bounds a child and keeps it from starting processes. macOS cannot track a process's descendants.
    private static readonly string NoneHere = "this system has no walls that any program can use, as Linux has from 5.13 on"
        + (OperatingSystem.IsWindows() ? "" : "; processes that an answer starts are not bounded here, nor is their memory");

    private const int NoSuchCall = 38;
    private const int SwitchedOff = 95;
    private const int GetActionAvailable = 2;
    private static readonly Lazy<Walls> LazyHere = new(Probe);

    /// <summary>The walls that this machine supports.</summary>
    public static Walls Here => LazyHere.Value;

    /// <summary>No walls, at the caller's request.</summary>
    public static Walls None { get; } = new(WallParts.None, "no walls were asked for");

    /// <summary>Whether a child reaches no file but its own, no network and no other process.</summary>
    public bool AreFull => Parts is WallParts.All;

    /// <summary>What the walls mean for answers, in a sentence for boards and reports.</summary>
    public string Description
    {
        get
        {
            bool files = Parts.HasFlag(WallParts.Files);
            bool calls = Parts.HasFlag(WallParts.Calls);
            string[] holds =
            [
                .. calls ? ["no network", "no other processes"] : Array.Empty<string>(),
                .. files ? ["no files but its own folder"] : Array.Empty<string>(),
                "bounds on time, memory, output and disk",
            ];
            string[] lacks =
            [
                .. calls ? Array.Empty<string>() : ["the network", "this machine's processes, the grader's too,"],
                .. files ? Array.Empty<string>() : ["this machine's files"],
            ];
            string kept = string.Join(", ", holds);
            return lacks.Length == 0 ? kept : $"{kept}; but within reach of the answers: {string.Join(" and ", lacks)} ({Missing})";
        }
    }

    /// <summary>Chooses the walls of this machine, once for a call of the grader.</summary>
    /// <exception cref="SandboxUnavailableException">Full walls are required but not available.</exception>
    public static Walls Choose(SandboxMode mode)
    {
        SandboxLeftovers.RemoveOnce();
        return mode switch
        {
            SandboxMode.Off => None,
            SandboxMode.Require when !Here.AreFull => throw new SandboxUnavailableException($"--sandbox require: {Here.Missing}"),
            _ => Here,
        };
    }

    /// <summary>Asks the kernel which walls it supports.</summary>
    internal static Walls Probe()
    {
        if (!OperatingSystem.IsLinux())
            return new Walls(WallParts.None, NoneHere);
        string? files = FilesProblem();
        string? calls = CallsProblem();
        return new Walls(
            (files is null ? WallParts.Files : WallParts.None) | (calls is null ? WallParts.Calls : WallParts.None),
            files is null && calls is null ? null : string.Join("; ", new[] { files, calls }.OfType<string>()));
    }

    private static string? FilesProblem() => Landlock.Version >= 1
        ? null
        : Marshal.GetLastPInvokeError() switch
        {
            NoSuchCall => "the kernel has no Landlock, or the container hides it: Linux has it from 5.13 on, Docker and Podman let it through since 2022",
            SwitchedOff => "Landlock is switched off: add landlock to lsm= on the kernel's command line",
            var error => $"Landlock cannot be used (error {error})",
        };

    private static unsafe string? CallsProblem()
    {
        if (SyscallNumbers.Here?.Find("seccomp") is not { } seccomp)
            return $"the seccomp filter is written for x86-64 and arm64, not for {RuntimeInformation.ProcessArchitecture}";
        uint action = BpfProgram.Error(0);
        return Libc.Syscall((nint)seccomp, GetActionAvailable, 0, (nint)(&action), 0) == 0
            ? null
            : $"the kernel has no seccomp filters, or the container hides them (error {Marshal.GetLastPInvokeError()})";
    }
}

/// <summary>Whether answers are isolated by walls.</summary>
public enum SandboxMode
{
    /// <summary>The walls that this machine has.</summary>
    Auto,

    /// <summary>Full walls; without them nothing is run.</summary>
    Require,

    /// <summary>No walls: only the limits on time, memory, output and disk apply.</summary>
    Off,
}

/// <summary>Thrown when a sandbox is required but not available.</summary>
public sealed class SandboxUnavailableException(string reason) : Exception(reason);
