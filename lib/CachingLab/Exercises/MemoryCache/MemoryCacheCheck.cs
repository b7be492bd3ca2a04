using CachingLab.Exercises.MemoryCache;

namespace CachingLab;

/// <summary>The check of this exercise.</summary>
public static partial class Check
{
    public static void MemoryCache(Func<ILlmCache> create) => Hand(MemoryCacheExercise.Exercise, new LocalCacheMaker(create));
}
