using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.Cost;

/// <summary>A learner's <c>Cost</c> in this process.</summary>
/// <param name="cost">The function.</param>
public sealed class LocalPricer(Func<UsageDetails, ModelPrice, decimal> cost) : IPricer, IFromCell
{
    Module IFromCell.Cell => cost.Method.Module;

    public Task<IReadOnlyList<decimal>> CostAsync(IReadOnlyList<PricedCall> calls, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<decimal>>(() => All(calls), cancellationToken).WaitAsync(cancellationToken);

    private List<decimal> All(IReadOnlyList<PricedCall> calls)
    {
        var costs = new List<decimal>(calls.Count);
        try
        {
            foreach (PricedCall call in calls)
                costs.Add(cost(call.ToUsage(), call.Price));
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = costs.Count };
        }

        return costs;
    }
}
