using CachingLab.Exercises.Functions;
using CachingLab.Production.Exercises.Cost;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task CostAsync(Func<UsageDetails, ModelPrice, decimal> cost) =>
        HandAsync(CostExercise.Exercise, new LocalFunction<PricedCall, decimal>(c => cost(c.ToUsage(), c.Price)), cost);
}
