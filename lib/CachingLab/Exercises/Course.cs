using System.Reflection;
using CachingLab.Exams;
using CachingLab.Exercises.ShouldCache;

namespace CachingLab.Exercises;

/// <summary>The course in its order: the parts, the notebooks they are made of, and the exercises.</summary>
public static class Course
{
    /// <summary>The core: one's own cache and log. A test computes the minutes from the notebooks' text and <see cref="Exercise.AnswerMinutes"/>.</summary>
    public static CoursePart PartOne { get; } = new("Part one", "CachingLab",
    [
        new("00-start-here", "Start here", 8),
        new("01-cache-key", "The cache key", 18),
        new("02-memory-cache", "The memory cache", 14),
        new("03-file-cache", "The file cache", 22),
        new("04-request-log", "The request log", 19),
        new("05-cached-call", "The cached call", 18),
        new("06-cache-policy", "The cache policy", 19),
    ]);

    /// <summary>The same ideas on the libraries that production uses.</summary>
    public static CoursePart PartTwo { get; } = new("Part two, into production", "CachingLab.Production",
    [
        new("07-patient-call", "The patient call", 30),
        new("08-providers-cache", "The provider's cache", 25),
        new("09-chat-client", "The chat client", 35),
        new("10-hundred-at-once", "A hundred at once", 25),
    ]);

    public static IReadOnlyList<CoursePart> Parts { get; } = [PartOne, PartTwo];

    public static IReadOnlyList<CourseNotebook> Notebooks { get; } = [.. Parts.SelectMany(p => p.Notebooks)];

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

    /// <summary>The exercises of all parts, in order. Loads the assemblies of all parts.</summary>
    public static IReadOnlyList<Exercise> Exercises => [.. Parts.SelectMany(p => p.Exercises)];

    /// <summary>The warm-up and the exercises, each of which has a line on the learner's board. Loads the assemblies of all parts.</summary>
    public static IReadOnlyList<Exercise> Steps => [WarmUp, .. Exercises];

    /// <summary>The warm-up and the exercises of part one.</summary>
    public static IReadOnlyList<Exercise> PartOneSteps => [WarmUp, .. PartOne.Exercises];

    /// <summary>The warm-up or an exercise by its id, or null. Loads the assembly of part two only when part one has none of that id.</summary>
    public static Exercise? StepOf(string id) => id == WarmUp.Id ? WarmUp : Parts.SelectMany(p => p.Exercises).FirstOrDefault(e => e.Id == id);

    /// <summary>The warm-up or the exercises of a notebook, in order; none for a notebook that is not of the course. Loads the assembly of its part alone.</summary>
    public static IReadOnlyList<Exercise> StepsOf(string notebook) => notebook == WarmUp.Notebook
        ? [WarmUp]
        : [.. Parts.Where(p => p.Has(notebook)).SelectMany(p => p.Exercises).Where(e => e.Notebook == notebook)];
}

/// <summary>A part of the course: its notebooks, and the assembly that has their exercises.</summary>
/// <param name="Title">A few words for boards.</param>
/// <param name="Assembly">The assembly's name. It is loaded when the exercises are first asked for.</param>
public sealed record CoursePart(string Title, string Assembly, IReadOnlyList<CourseNotebook> Notebooks)
{
    private readonly Lazy<IReadOnlyList<Exercise>> exercises = new(() => ExercisesIn(System.Reflection.Assembly.Load(Assembly)));

    /// <summary>The exercises, in the order a learner meets them: every static property <c>Exercise</c> of the assembly.</summary>
    public IReadOnlyList<Exercise> Exercises => exercises.Value;

    public int Minutes => Notebooks.Sum(n => n.Minutes);

    /// <summary>Whether a notebook belongs to this part. Loads no assembly.</summary>
    public bool Has(string notebook) => Notebooks.Any(n => n.Name == notebook);

    /// <summary>The exercises of an assembly that is already loaded, in order. A notebook loads part two by its path, so its name alone would not find it.</summary>
    internal static IReadOnlyList<Exercise> ExercisesIn(Assembly assembly) =>
    [
        .. assembly.GetTypes().Select(t => t.GetProperty(nameof(Exercise), BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<Exercise>()
            .OrderBy(e => e.Notebook, StringComparer.Ordinal).ThenBy(e => e.Place),
    ];
}

/// <summary>One notebook of the course.</summary>
/// <param name="Name">Its file name without folder and extension.</param>
/// <param name="Title">A few words for boards.</param>
/// <param name="Minutes">How long it takes a C# developer who has called a model's API once.</param>
public sealed record CourseNotebook(string Name, string Title, int Minutes);
