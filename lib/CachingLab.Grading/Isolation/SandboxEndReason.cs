namespace CachingLab.Grading.Isolation;

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
