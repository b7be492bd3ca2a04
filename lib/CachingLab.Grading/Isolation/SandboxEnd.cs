using CachingLab.Reports;

namespace CachingLab.Grading.Isolation;

/// <summary>How the process of an answer ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ExitCode">Its exit code, when it ended by itself.</param>
/// <param name="Output">What it printed on the console, as far as kept.</param>
/// <param name="Printed">The lines of it that went to the standard output, or null.</param>
public sealed record SandboxEnd(SandboxEndReason Reason, int? ExitCode, string Output, PrintedLines? Printed);

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

    /// <summary>It sent something that is no message.</summary>
    BrokenMessage,

    /// <summary>What it uses could not be looked at.</summary>
    Unwatched,
}
