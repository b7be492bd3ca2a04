namespace CachingLab.Grading.Isolation;

/// <summary>What the process of one answer may use.</summary>
public sealed record SandboxLimits
{
    /// <summary>Wall time from the first cell to the last verdict: generous, for a busy machine is not the learner's fault.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Processor time of one compilation of its cells: a usual one takes a tenth of a second.</summary>
    public TimeSpan CompileTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Resident memory of the compiler, in bytes: it uses a quarter of it, and serves several answers at a time.</summary>
    public long CompilerBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Processor time of the process: what a loop without end runs into first.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Resident memory of the process, in bytes.</summary>
    public long MemoryBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>What it may leave in its folder, and keep open of what it deleted there, in bytes.</summary>
    public long DiskBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many files and folders it may leave there.</summary>
    public int Files { get; init; } = 2_000;

    /// <summary>How many threads it may have at once; counted on Linux alone.</summary>
    public int Threads { get; init; } = 1_000;

    /// <summary>How many characters of its console output are kept.</summary>
    public int KeptOutput { get; init; } = 16_000;

    /// <summary>How many bytes of console output it may print before it is stopped.</summary>
    public long PrintedBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many log entries it may send to one logger.</summary>
    public int LogEntries { get; init; } = 5_000;

    /// <summary>How often it may call the exam's model and cache.</summary>
    public int Calls { get; init; } = 20_000;

    /// <summary>The longest message it may send, in bytes.</summary>
    public int MessageBytes { get; init; } = 8 * 1024 * 1024;
}
