using CachingLab.Grading.Isolation;
using CachingLab.Grading.Submissions;

namespace CachingLab.Cli.Grades;

/// <summary>The arguments of <c>lab grade</c>.</summary>
/// <param name="Paths">What to grade; empty for the learner's own notebooks.</param>
/// <param name="Reports">The reports asked for.</param>
internal sealed record GradeCall(IReadOnlyList<string> Paths, AskedReports Reports)
{
    /// <summary>The regular expression that finds the learner in a path, or null.</summary>
    public string? Learner { get; init; }

    /// <summary>Who is in the class and how it is marked.</summary>
    public ClassFiles Class { get; init; } = new();

    /// <summary>The part of the class to grade; null for all of it.</summary>
    public ClassShard? Shard { get; init; }

    /// <summary>Whether answers are isolated by walls.</summary>
    public SandboxMode Sandbox { get; init; }

    /// <summary>Processor time of one answer, in seconds; null for the default.</summary>
    public int? Seconds { get; init; }

    /// <summary>Memory of one answer, in MB; null for the default.</summary>
    public int? Megabytes { get; init; }

    /// <summary>How many notebooks are graded at a time.</summary>
    public int Parallel { get; init; }

    /// <summary>The seed of the random inputs; null for a random one.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether to discard an interrupted run.</summary>
    public bool Fresh { get; init; }

    /// <summary>The limits of an answer. The other limits on its time are in proportion to the processor time.</summary>
    public SandboxLimits Limits
    {
        get
        {
            var limits = new SandboxLimits();
            if (Seconds is { } seconds)
                limits = limits.WithCpuTime(TimeSpan.FromSeconds(seconds));
            return Megabytes is { } megabytes ? limits with { MemoryBytes = megabytes * 1024L * 1024 } : limits;
        }
    }
}
