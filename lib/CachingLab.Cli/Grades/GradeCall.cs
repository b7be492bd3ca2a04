using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.Grades;

/// <summary>One call of <c>lab grade</c>.</summary>
/// <param name="Paths">What to grade; empty for the learner's own notebooks.</param>
/// <param name="Reports">The reports asked for.</param>
internal sealed record GradeCall(IReadOnlyList<string> Paths, IReadOnlyList<ReportFile> Reports)
{
    /// <summary>Whether walls are put around answers.</summary>
    public SandboxMode Sandbox { get; init; }

    /// <summary>Wall time of one answer, in seconds; null for the default.</summary>
    public int? Seconds { get; init; }

    /// <summary>Memory of one answer, in MB; null for the default.</summary>
    public int? Megabytes { get; init; }

    /// <summary>How many notebooks at a time.</summary>
    public int Parallel { get; init; }

    /// <summary>What random inputs are drawn from; null for any.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether an interrupted run is forgotten.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether only errors are printed.</summary>
    public bool Quiet { get; init; }

    /// <summary>The bounds of an answer. Processor time keeps its share of the wall time.</summary>
    public SandboxLimits Limits
    {
        get
        {
            var limits = new SandboxLimits();
            if (Seconds is { } seconds)
                limits = limits with { CpuTime = limits.CpuTime / limits.WallTime * TimeSpan.FromSeconds(seconds), WallTime = TimeSpan.FromSeconds(seconds) };
            return Megabytes is { } megabytes ? limits with { MemoryBytes = megabytes * 1024L * 1024 } : limits;
        }
    }
}
