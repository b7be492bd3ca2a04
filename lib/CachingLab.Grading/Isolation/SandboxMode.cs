namespace CachingLab.Grading.Isolation;

/// <summary>Whether answers are isolated by walls.</summary>
public enum SandboxMode
{
    /// <summary>The walls that this machine has.</summary>
    Auto,

    /// <summary>Full walls; without them nothing is run.</summary>
    Require,

    /// <summary>No walls: only the limits on time, memory, output and disk apply.</summary>
    Off,
}
