using CachingLab.Exercises.FileCache;

namespace CachingLab;

public static partial class Check
{
    /// <summary>Checks the cache with paths in a temporary folder, which is deleted afterwards.</summary>
    public static void FileCache(Func<string, ILlmCache> open) => Hand(FileCacheExercise.Exercise, new LocalFileCacheMaker(open), open);
}
