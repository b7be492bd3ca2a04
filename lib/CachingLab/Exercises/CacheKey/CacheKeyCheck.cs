using CachingLab.Exercises.CacheKey;
using CachingLab.Exercises.Keys;

namespace CachingLab;

/// <summary>The check of this exercise.</summary>
public static partial class Check
{
    public static void CacheKey(Func<LlmRequest, string> makeCacheKey) => Hand(CacheKeyExercise.Exercise, new LocalKeyMaker(makeCacheKey));
}
