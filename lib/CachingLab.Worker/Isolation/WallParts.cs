namespace CachingLab.Worker.Isolation;

/// <summary>The kernel's restrictions on a child.</summary>
[Flags]
public enum WallParts
{
    None = 0,

    /// <summary>Landlock: no files but its own folder and what .NET reads.</summary>
    Files = 1,

    /// <summary>The seccomp filter: no network, no other processes.</summary>
    Calls = 2,

    All = Files | Calls,
}
