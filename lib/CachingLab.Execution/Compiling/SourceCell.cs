namespace CachingLab.Execution;

/// <summary>A code cell to compile.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its text.</param>
public sealed record SourceCell(string Id, string Code);
