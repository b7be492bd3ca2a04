namespace CachingLab.Worker.Protocol;

/// <summary>A code cell to compile.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its text.</param>
public sealed record SourceCell(string Id, string Code)
{
    /// <summary>Whether it is the course's own: compiled once and kept, so that the next notebook with the same cells before it gets it for nothing.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether nothing after it is of use when it is broken.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What takes its place when it is broken; null for nothing.</summary>
    public string? Instead { get; init; }
}
