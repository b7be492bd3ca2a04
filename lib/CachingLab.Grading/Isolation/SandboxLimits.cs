namespace CachingLab.Grading.Isolation;

/// <summary>What the process of one answer may use.</summary>
public sealed record SandboxLimits
{
    /// <summary>
    /// Wall time from the first cell to the last verdict, without the time that the process waits for a processor. It is a far bound, for a process that
    /// is neither busy nor idle for long.
    /// </summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the process may do nothing. A sleep or a lock that never ends reaches this limit first.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Processor time of one compilation of its cells, which usually takes a tenth of a second.</summary>
    public TimeSpan CompileTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Resident memory of the compiler, in bytes. It usually uses a quarter, for several answers at a time.</summary>
    public long CompilerBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Processor time of the process. An endless loop reaches this limit first.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Resident memory of the process, in bytes.</summary>
    public long MemoryBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Bytes of the files in its folder, including deleted files that it keeps open.</summary>
    public long DiskBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many files and folders it may have there.</summary>
    public int Files { get; init; } = 2_000;

    /// <summary>How many threads it may have at a time; counted only on Linux.</summary>
    public int Threads { get; init; } = 1_000;

    /// <summary>How many bytes of its console output are kept.</summary>
    public int KeptOutput { get; init; } = 16_000;

    /// <summary>How many bytes of console output it may print before it is stopped.</summary>
    public long PrintedBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many log entries it may send in all.</summary>
    public int LogEntries { get; init; } = 5_000;

    /// <summary>How often it may call the exam's objects, such as the model and the cache.</summary>
    public int Calls { get; init; } = 20_000;

    /// <summary>The longest message it may send, in bytes.</summary>
    public int MessageBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The limits with another processor time, and the other times in proportion.</summary>
    public SandboxLimits WithCpuTime(TimeSpan cpuTime) =>
        this with { CpuTime = cpuTime, IdleTime = IdleTime * (cpuTime / CpuTime), WallTime = WallTime * (cpuTime / CpuTime) };
}
