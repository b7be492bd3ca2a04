using CachingLab.Exercises.Functions;
using CachingLab.Exercises.ShouldCache;

namespace CachingLab;

public static partial class Check
{
    public static void ShouldCache(Func<LlmRequest, bool> shouldCache) => Hand(ShouldCacheExercise.Exercise, new LocalFunction<LlmRequest, bool>(shouldCache), shouldCache);
}
