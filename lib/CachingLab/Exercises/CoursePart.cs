using System.Reflection;
using CachingLab.Exams;

namespace CachingLab.Exercises;

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
