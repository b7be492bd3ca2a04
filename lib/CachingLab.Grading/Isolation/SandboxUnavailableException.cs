namespace CachingLab.Grading.Isolation;

/// <summary>Thrown when a sandbox is required but not available.</summary>
/// <param name="reason">Why, and what to do.</param>
public sealed class SandboxUnavailableException(string reason) : Exception(reason);
