using CachingLab.Grading.Isolation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>How a notebook is run: its import is relative to one folder, and another is the current one of its cells.</summary>
public sealed record RunOptions(string ImportFolder, string WorkFolder)
{
    private static readonly string[] ModelVariables = ["CACHINGLAB_ENDPOINT", "CACHINGLAB_MODEL", "CACHINGLAB_KEY"];

    public SandboxLimits Limits { get; init; } = new()
    {
        WallTime = TimeSpan.FromMinutes(2),
        IdleTime = TimeSpan.MaxValue,
        CpuTime = TimeSpan.FromMinutes(2),
        MemoryBytes = 2L * 1024 * 1024 * 1024,
    };

    /// <summary>This process's variables that its cells see: those that choose the model of the demonstrations. A graded answer sees none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = ModelVariables
        .Select(n => KeyValuePair.Create(n, Environment.GetEnvironmentVariable(n))).Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);

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
