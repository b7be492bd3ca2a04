using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Runs;

/// <summary>Why the process of a run ended before its last cell, and what to do, in one line.</summary>
internal static class RunEnd
{
    // An exit code as in a shell: 128 plus the signal's number.
    private const int OutOfCpuTime = 128 + 24;
    private const string Endless = "it, or code above that it calls, has a loop or a wait that never ends: mend that, or allow more with --seconds N";
    private const string Growing = "it, or code above that it calls, has a collection or a string that grows without end";

    public static string Of(SandboxEnd end, SandboxLimits limits) => end.Reason switch
    {
        SandboxEndReason.WallTime => $"still running after {limits.WallTime.TotalSeconds:0} s: {Endless}",
        SandboxEndReason.Starved => "the machine is too busy to run it: end other programs, and run it again",
        SandboxEndReason.CpuTime => $"stopped after {limits.CpuTime.TotalSeconds:0} s of processor time: {Endless}",
        SandboxEndReason.Memory => $"it used more than {limits.MemoryBytes / (1024 * 1024)} MB: {Growing}",
        SandboxEndReason.Disk => $"it wrote more than {limits.DiskBytes / (1024 * 1024)} MB or {limits.Files} files: write less",
        SandboxEndReason.Threads => "it started too many threads: wait for some to end before more are started",
        SandboxEndReason.Printed or SandboxEndReason.MessageSize => "it printed or showed more than a run may: take the output out of the loop",
        SandboxEndReason.Exited => OfExit(end, limits),
        var reason => $"its process was stopped ({reason}): run it again, and report it if it happens twice",
    };

    private static string OfExit(SandboxEnd end, SandboxLimits limits) => end switch
    {
        { ExitCode: OutOfCpuTime } => $"stopped after {limits.CpuTime.TotalSeconds:0} s of processor time: {Endless}",
        _ when end.Says("Stack overflow") => "stack overflow: it, or code above that it calls, has a method that calls itself without an end",
        _ when end.Says("Out of memory") => $"out of memory: {Growing}",
        _ when end.FirstFailure is { } line => $"it ended the whole process. {line}",
        _ => $"it ended the whole process (exit code {end.ExitCode}): take out Environment.Exit and its like",
    };
}
