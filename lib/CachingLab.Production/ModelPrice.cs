namespace CachingLab.Production;

/// <summary>What a provider charges for a million tokens, and how it counts them.</summary>
/// <param name="InputPerMillion">The price of a million input tokens that were not in the provider's cache.</param>
/// <param name="CachedInputPerMillion">The price of a million input tokens that were read from the provider's cache.</param>
/// <param name="InputIncludesCached">Whether the provider's count of input tokens includes those that were read from the cache.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal CachedInputPerMillion, decimal OutputPerMillion, bool InputIncludesCached);
