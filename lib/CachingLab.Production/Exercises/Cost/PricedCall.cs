using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.Cost;

/// <summary>The arguments of <c>Cost</c> in a form that can cross between processes.</summary>
/// <param name="Input">The input tokens that the provider reports, or null.</param>
/// <param name="Cached">The cached input tokens that it reports, or null.</param>
/// <param name="Output">The output tokens that it reports, or null.</param>
public sealed record PricedCall(ModelPrice Price, long? Input, long? Cached, long? Output)
{
    /// <summary>The reasoning tokens, which providers count among the output tokens; null when none are reported.</summary>
    public long? Reasoning { get; init; }

    /// <summary>The sum that the provider reports, or null.</summary>
    public long? Total { get; init; }

    internal UsageDetails ToUsage() =>
        new() { InputTokenCount = Input, CachedInputTokenCount = Cached, OutputTokenCount = Output, ReasoningTokenCount = Reasoning, TotalTokenCount = Total };
}
