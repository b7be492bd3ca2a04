using CachingLab.Answers;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.Cost;

/// <summary>A learner's <c>Cost</c> in this process.</summary>
/// <param name="cost">The function.</param>
public sealed class LocalPricer(Func<UsageDetails, ModelPrice, decimal> cost) : IPricer
{
    public Task<IReadOnlyList<decimal>> CostAsync(IReadOnlyList<PricedCall> calls, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync(calls, c => cost(c.ToUsage(), c.Price), cancellationToken);
}
