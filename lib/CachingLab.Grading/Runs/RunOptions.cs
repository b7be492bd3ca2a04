using CachingLab.Grading.Isolation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>How a notebook is run.</summary>
/// <param name="ImportFolder">The folder that its import is relative to.</param>
/// <param name="WorkFolder">The current folder of its cells.</param>
public sealed record RunOptions(string ImportFolder, string WorkFolder)
{
    /// <summary>What its process may use.</summary>
    public SandboxLimits Limits { get; init; } = new()
    {
        WallTime = TimeSpan.FromMinutes(2),
        CpuTime = TimeSpan.FromMinutes(2),
        MemoryBytes = 2L * 1024 * 1024 * 1024,
    };

    /// <summary>Is notified during the run, or null.</summary>
    public IRunProgress? Progress { get; init; }

    /// <summary>The namespaces and references that its cells may use.</summary>
    public CellDialect Dialect { get; init; } = CellDialect.Runner;
}

/// <summary>Is notified of a run's progress, one call at a time.</summary>
public interface IRunProgress
{
    /// <summary>A cell has begun.</summary>
    void Started(string cell);

    /// <summary>A cell has printed, shown or returned something.</summary>
    void Shown(string cell, CellOutput output);
}
