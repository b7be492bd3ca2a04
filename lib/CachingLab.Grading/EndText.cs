using CachingLab.Execution;

namespace CachingLab.Grading;

/// <summary>The end of an answer's process in words, and as a status.</summary>
internal static class EndText
{
    private const int CpuKilled = 137;
    private const int CpuSignalled = 152;

    /// <summary>What happened and what to do, in a sentence or two for the learner.</summary>
    public static string Of(SandboxEnd end) => end.Reason switch
    {
        SandboxEndReason.WallTime => "your code took too long: is there a loop, a wait or a lock that never ends?",
        SandboxEndReason.CpuTime => "your code used up its processor time: is there a loop that never ends?",
        SandboxEndReason.Memory => "your code used up its memory: does a collection or a string grow without end?",
        SandboxEndReason.Disk => "your code wrote more to disk than it may: write less, and only below the path it is given",
        SandboxEndReason.Processes => "your code started too many processes: an answer needs none",
        SandboxEndReason.Printed => "your code printed without end: take Console.WriteLine out of the loop",
        SandboxEndReason.LogEntries => "your code logged without end: one entry a call is asked for",
        SandboxEndReason.Calls => "your code called the model or the cache without end: one call a miss is asked for",
        SandboxEndReason.MessageSize => "your code returned or logged far more text than any answer needs",
        SandboxEndReason.BrokenMessage => "your code's process stopped answering: leave its open handles alone",
        _ when IsOutOfMemory(end) => "your code used up its memory: does a collection or a string grow without end?",
        _ when Says(end, "Stack overflow") => "stack overflow: does a method call itself without an end?",
        _ when StatusOf(end) is GradeStatus.Timeout => "your code used up its processor time: is there a loop that never ends?",
        _ when FirstFailure(end) is { } line => $"your code ended its process: {line}",
        _ => $"your code ended its process (exit code {end.ExitCode}) before it had answered: take out Environment.Exit and its like",
    };

    /// <summary>The status of an exercise whose process ended that way.</summary>
    public static GradeStatus StatusOf(SandboxEnd end) => end.Reason switch
    {
        SandboxEndReason.WallTime or SandboxEndReason.CpuTime => GradeStatus.Timeout,
        SandboxEndReason.Memory => GradeStatus.OutOfMemory,
        SandboxEndReason.Exited when IsOutOfMemory(end) => GradeStatus.OutOfMemory,
        SandboxEndReason.Exited when IsOutOfTime(end) => GradeStatus.Timeout,
        SandboxEndReason.Exited or SandboxEndReason.BrokenMessage or SandboxEndReason.Stopped => GradeStatus.Crashed,
        _ => GradeStatus.Blocked,
    };

    // The kernel's own limit on processor time ends a process by one of two signals.
    private static bool IsOutOfTime(SandboxEnd end) => end.ExitCode is CpuKilled or CpuSignalled;

    private static bool IsOutOfMemory(SandboxEnd end) =>
        end.Reason is SandboxEndReason.Exited && end.ExitCode != 0
        && (Says(end, "Out of memory") || Says(end, "System.OutOfMemoryException"));

    private static bool Says(SandboxEnd end, string text) => end.Output.Contains(text, StringComparison.Ordinal);

    private static string? FirstFailure(SandboxEnd end) =>
        end.Output.Split('\n').FirstOrDefault(l =>
            l.StartsWith("Unhandled exception", StringComparison.Ordinal) || l.StartsWith("Process terminated", StringComparison.Ordinal))?.Trim();
}
