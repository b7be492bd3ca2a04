namespace CachingLab.Grading.Isolation;

/// <summary>A sandbox is required and cannot be had.</summary>
/// <param name="reason">Why, and what to do.</param>
public sealed class SandboxUnavailableException(string reason) : Exception(reason);
