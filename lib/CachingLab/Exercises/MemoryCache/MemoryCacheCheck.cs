using CachingLab.Exercises.MemoryCache;

namespace CachingLab;

public static partial class Check
{
    public static void MemoryCache(Func<ILlmCache> create) => Hand(MemoryCacheExercise.Exercise, new LocalCacheMaker(create), create);
}
