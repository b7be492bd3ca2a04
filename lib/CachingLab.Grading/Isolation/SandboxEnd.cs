using CachingLab.Reports;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// How the process of an answer ended. It has an exit code when it ended by itself; of what it printed on the console the first
/// <see cref="SandboxLimits.KeptOutput"/> bytes are kept. The printed lines are null when it printed nothing.
/// </summary>
public sealed record SandboxEnd(SandboxEndReason Reason, int? ExitCode, string Output, PrintedLines? Printed)
{
    /// <summary>The line in which the runtime said why the process ended, or null.</summary>
    public string? FirstFailure => Output.Split('\n').FirstOrDefault(l =>
        l.StartsWith("Unhandled exception", StringComparison.Ordinal) || l.StartsWith("Process terminated", StringComparison.Ordinal))?.Trim();

    public bool Says(string text) => Output.Contains(text, StringComparison.Ordinal);
}

/// <summary>Why the process of an answer ended.</summary>
public enum SandboxEndReason
{
    /// <summary>It ended by itself.</summary>
    Exited,

    /// <summary>It was no longer needed.</summary>
    Stopped,
    WallTime,
    CpuTime,
    Memory,
    Disk,
    Threads,
    Printed,
    LogEntries,
    Calls,
    MessageSize,

    /// <summary>It sent an invalid message.</summary>
    BrokenMessage,

    /// <summary>Its resource use could not be determined.</summary>
    Unwatched,

    /// <summary>The machine gave it too little processor time for a verdict.</summary>
    Starved,
}
