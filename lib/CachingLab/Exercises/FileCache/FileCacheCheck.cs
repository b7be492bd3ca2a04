using CachingLab.Exercises.FileCache;

namespace CachingLab;

/// <summary>The check of this exercise.</summary>
public static partial class Check
{
    /// <summary>Gives the cache paths in a temporary folder, which is gone afterwards.</summary>
    public static void FileCache(Func<string, ILlmCache> open) => Hand(FileCacheExercise.Exercise, new LocalFileCacheMaker(open));
}
