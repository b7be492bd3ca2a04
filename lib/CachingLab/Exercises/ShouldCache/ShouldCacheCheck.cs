using CachingLab.Exercises.ShouldCache;

namespace CachingLab;

/// <summary>The check of this exercise.</summary>
public static partial class Check
{
    public static void ShouldCache(Func<LlmRequest, bool> shouldCache) => Hand(ShouldCacheExercise.Exercise, new LocalCachePolicy(shouldCache));
}
