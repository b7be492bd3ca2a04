using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Answers.Tests.Reports;

/// <summary>The exercises that a run is about: those of part one and of the touched notebooks of part two, or those that <c>--only</c> names.</summary>
/// <param name="Exercises">The exercises, in order; none when the name is unknown.</param>
/// <param name="Problem">What is wrong with the name, or null.</param>
internal sealed record Choice(IReadOnlyList<Exercise> Exercises, string? Problem)
{
    /// <summary>The option, as it is typed.</summary>
    public const string Option = "--only";

    private static IReadOnlyList<Exercise> Known => CachingLab.Exercises.Course.Exercises;

    /// <summary>The exercises of part one, and of the notebooks of part two that the learner has begun. What is not begun there costs no time.</summary>
    /// <param name="isBegun">Whether a notebook of part two is begun.</param>
    public static Choice All(Func<string, bool> isBegun) =>
        new(
            [
                .. CachingLab.Exercises.Course.PartOne.Exercises,
                .. CachingLab.Exercises.Course.PartTwo.Notebooks.Where(n => isBegun(n.Name)).SelectMany(n => CachingLab.Exercises.Course.StepsOf(n.Name)),
            ],
            null);

    /// <summary>Takes <c>--only NAME</c> out of the arguments: xUnit has no such option.</summary>
    /// <param name="args">The arguments of the call.</param>
    /// <param name="isBegun">Whether a notebook of part two is begun.</param>
    public static Choice TakeFrom(ref string[] args, Func<string, bool> isBegun)
    {
        int at = Array.IndexOf(args, Option);
        if (at < 0)
            return All(isBegun);
        string name = args.ElementAtOrDefault(at + 1) is { } next && !next.StartsWith("--", StringComparison.Ordinal) ? next : "";
        args = [.. args[..at], .. args[(at + (name.Length > 0 ? 2 : 1))..]];
        return Of(name);
    }

    /// <summary>The exercise of that name, or those of the notebook of that name.</summary>
    /// <param name="name">An exercise's id, or a notebook's name with or without its folder and extension.</param>
    public static Choice Of(string name)
    {
        string file = Path.GetFileName(name);
        string notebook = file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? file[..^".ipynb".Length] : file;
        Exercise[] chosen = [.. Known.Where(e => Same(e.Id, name) || Same(e.Notebook, notebook))];
        return chosen.Length > 0 ? new(chosen, null) : new([], Unknown(name));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Unknown(string name)
    {
        string said = name.Length > 0 ? $"No exercise and no notebook with exercises is named {name}." : $"{Option} wants the name of an exercise or of a notebook.";
        return $"""
            {said}
            Exercises: {string.Join(", ", Known.Select(e => e.Id))}
            Notebooks: {string.Join(", ", Known.Select(e => e.Notebook).Distinct())}
            """.ReplaceLineEndings("\n");
    }
}
