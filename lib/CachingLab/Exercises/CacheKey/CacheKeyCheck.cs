using CachingLab.Exercises.CacheKey;
using CachingLab.Exercises.Keys;

namespace CachingLab;

public static partial class Check
{
    public static void CacheKey(Func<LlmRequest, string> makeCacheKey) => Hand(CacheKeyExercise.Exercise, new LocalKeyMaker(makeCacheKey), makeCacheKey);
}
