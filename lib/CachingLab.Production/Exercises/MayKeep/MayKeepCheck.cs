using CachingLab.Exercises.Functions;
using CachingLab.Production.Exercises.MayKeep;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task MayKeepAsync(Func<ChatResponse, bool> mayKeep) =>
        HandAsync(MayKeepExercise.Exercise, new LocalFunction<KeptResponse, bool>(r => mayKeep(r.ToResponse())), mayKeep);
}
