namespace CachingLab.Execution;

/// <summary>Whether bubblewrap is used.</summary>
public enum SandboxMode
{
    /// <summary>Where it works.</summary>
    Auto,

    /// <summary>Always; without it nothing is run.</summary>
    Require,

    /// <summary>Never: the portable bounds alone hold.</summary>
    Off,
}
