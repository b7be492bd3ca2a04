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

    /// <summary>The cell of the first notebook that is turned from red to green. It is no exercise: it has no points, and <c>lab grade</c> leaves it out.</summary>
    public static Exercise WarmUp { get; } = ShouldCacheExercise.Exercise with
    {
        Id = "warm-up",
        Title = "Warm-up, red to green",
        Notebook = "00-start-here",
        CellId = "red-to-green",
        CheckCellId = "red-or-green",
        FirstStep = "Run the cell and the check below it, and read what the check says. One character is wrong.",
    };

    /// <summary>The warm-up and the exercises: all that the learner's board has a line for.</summary>
    public static IReadOnlyList<Exercise> Steps { get; } = [WarmUp, .. Exercises];

    /// <summary>What writing an answer takes a first-time C# developer, in minutes, without the reading. By the id of the step.</summary>
    public static IReadOnlyDictionary<string, int> AnswerMinutes { get; } = new Dictionary<string, int>
    {
        ["warm-up"] = 2,
        ["cache-key"] = 9,
        ["memory-cache"] = 5,
        ["file-cache"] = 11,
        ["request-log"] = 10,
        ["cached-call"] = 6,
        ["extended-key"] = 7,
        ["should-cache"] = 2,
    };

    /// <summary>The core notebooks, in order. The minutes follow from their text and <see cref="AnswerMinutes"/>, and a test compares.</summary>
    public static IReadOnlyList<CourseNotebook> Notebooks { get; } =
    [
        new("00-start-here", "Start here", 8),
        new("01-cache-key", "The cache key", 18),
        new("02-memory-cache", "The memory cache", 14),
        new("03-file-cache", "The file cache", 22),
        new("04-request-log", "The request log", 19),
        new("05-cached-call", "The cached call", 18),
        new("06-cache-policy", "The cache policy", 19),
    ];
}
