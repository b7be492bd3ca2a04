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

    /// <summary>Is told of the run while it goes on, or null.</summary>
    public IRunProgress? Progress { get; init; }

    /// <summary>What its cells may take for granted.</summary>
    public CellDialect Dialect { get; init; } = CellDialect.Runner;
}

/// <summary>Is told of a run while it goes on, one call at a time.</summary>
public interface IRunProgress
{
    /// <summary>A cell begins.</summary>
    void Started(string cell);

    /// <summary>A cell has printed, shown or returned something.</summary>
    void Shown(string cell, CellOutput output);
}
