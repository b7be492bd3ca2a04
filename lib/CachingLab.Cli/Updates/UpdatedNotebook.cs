namespace CachingLab.Cli.Updates;

/// <summary>What an update did to one notebook.</summary>
/// <param name="Name">The notebook.</param>
/// <param name="Done">What was done, a line each; empty when it was up to date.</param>
/// <param name="Copies">Where the files are as they were before, relative to the course's root.</param>
/// <param name="Error">Why it could not be updated and is as it was, or null.</param>
internal sealed record UpdatedNotebook(string Name, IReadOnlyList<string> Done, IReadOnlyList<string> Copies, string? Error);
