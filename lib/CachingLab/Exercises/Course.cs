using System.Reflection;
using CachingLab.Exams;
using CachingLab.Exercises.ShouldCache;

namespace CachingLab.Exercises;

/// <summary>The course in its order: the exercises and the notebooks they are in.</summary>
public static class Course
{
    /// <summary>The exercises, in the order a learner meets them: every static property <c>Exercise</c> of this assembly.</summary>
    public static IReadOnlyList<Exercise> Exercises { get; } =
    [
        .. typeof(Course).Assembly.GetTypes().Select(t => t.GetProperty(nameof(Exercise), BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<Exercise>()
            .OrderBy(e => e.Notebook, StringComparer.Ordinal).ThenBy(e => e.Place),
    ];

    /// <summary>The check that the first notebook turns from red to green. It is not an exercise: it has no points, and <c>lab grade</c> leaves it out.</summary>
    public static Exercise WarmUp { get; } = ShouldCacheExercise.Exercise with
    {
        Id = "warm-up",
        Title = "Warm-up, red to green",
        Notebook = "00-start-here",
        CellId = "red-to-green",
        CheckCellId = "red-or-green",
        AnswerMinutes = 2,
        FirstStep = "Run the cell and the check below it, and read what the check says. One character is wrong.",
    };

    /// <summary>The warm-up and the exercises, each of which has a line on the learner's board.</summary>
    public static IReadOnlyList<Exercise> Steps { get; } = [WarmUp, .. Exercises];

    /// <summary>The core notebooks, in order. A test computes the minutes from their text and <see cref="Exercise.AnswerMinutes"/>.</summary>
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

/// <summary>One notebook of the course.</summary>
/// <param name="Name">Its file name without folder and extension.</param>
/// <param name="Title">A few words for boards.</param>
/// <param name="Minutes">How long it takes a C# developer who has called a model's API once.</param>
public sealed record CourseNotebook(string Name, string Title, int Minutes);
