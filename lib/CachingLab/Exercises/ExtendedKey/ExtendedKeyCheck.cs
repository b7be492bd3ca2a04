using CachingLab.Exercises.ExtendedKey;
using CachingLab.Exercises.Keys;

namespace CachingLab;

public static partial class Check
{
    public static void ExtendedKey(Func<LlmRequest, string> makeCacheKey) => Hand(ExtendedKeyExercise.Exercise, new LocalKeyMaker(makeCacheKey), makeCacheKey);
}
