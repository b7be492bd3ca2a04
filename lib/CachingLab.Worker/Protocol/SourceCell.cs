namespace CachingLab.Worker.Protocol;

/// <summary>A code cell to compile.</summary>
public sealed record SourceCell(string Id, string Code)
{
    /// <summary>Whether it is the course's own, so that the compiled cell is cached for other notebooks with the same cells before it.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the compiler stops when this cell is broken.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The code that replaces it when it is broken, or null.</summary>
    public string? Instead { get; init; }
}
