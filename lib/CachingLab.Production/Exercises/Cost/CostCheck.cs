using CachingLab.Production.Exercises.Cost;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task CostAsync(Func<UsageDetails, ModelPrice, decimal> cost) => HandAsync(CostExercise.Exercise, new LocalPricer(cost), cost);
}
