namespace CachingLab.Exercises.Keys;

/// <summary>Two requests that must not share a key.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Tried">What they differ in, in words.</param>
internal sealed record KeyPair(LlmRequest First, LlmRequest Second, string Tried);
