namespace CachingLab.Grading.Isolation;

/// <summary>Whether walls are put around answers.</summary>
public enum SandboxMode
{
    /// <summary>As far as this machine has them.</summary>
    Auto,

    /// <summary>Full walls, or nothing is run.</summary>
    Require,

    /// <summary>None: the bounds on time, memory, output and disk alone hold.</summary>
    Off,
}
