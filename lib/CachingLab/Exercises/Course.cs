using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>The course in its order: the exercises and the notebooks they are in.</summary>
public static class Course
{
    /// <summary>The seven exercises, in the order a learner meets them.</summary>
    public static IReadOnlyList<Exercise> Exercises { get; } =
    [
        CacheKeyExercise.Exercise,
        MemoryCacheExercise.Exercise,
        FileCacheExercise.Exercise,
        RequestLogExercise.Exercise,
        CachedCallExercise.Exercise,
        ExtendedKeyExercise.Exercise,
        ShouldCacheExercise.Exercise,
    ];

    /// <summary>The core notebooks, in order.</summary>
    public static IReadOnlyList<CourseNotebook> Notebooks { get; } =
    [
        new("00-start-here", "Start here", 8),
        new("01-cache-key", "The cache key", 18),
        new("02-memory-cache", "The memory cache", 10),
        new("03-file-cache", "The file cache", 18),
        new("04-request-log", "The request log", 20),
        new("05-cached-call", "The cached call", 15),
        new("06-cache-policy", "The cache policy", 22),
    ];
}
