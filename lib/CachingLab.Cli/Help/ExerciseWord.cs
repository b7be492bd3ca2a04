using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Cli.Help;

/// <summary>What a learner types for an exercise or the warm-up: its id, its cell's id, its notebook, or the start of one of these.</summary>
internal static class ExerciseWord
{
    private const string Extension = ".ipynb";

    /// <summary>Finds the exercises that a word means, in order. A notebook or the start of a word may mean several; an unknown word means none.</summary>
    public static IReadOnlyList<Exercise> Find(string word)
    {
        // A path from the shell's completion, such as notebooks/01-cache-key.ipynb, names a notebook too.
        word = word.Trim();
        word = word[(word.LastIndexOfAny(['/', '\\']) + 1)..];
        if (word.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            word = word[..^Extension.Length];
        if (word.Length == 0)
            return [];
        // A word that is exact in part one does not load part two.
        Exercise[] exact = [.. Course.PartOneSteps.Where(Is)];
        if (exact.Length == 0)
            exact = [.. Course.PartTwo.Exercises.Where(Is)];
        return exact.Length > 0
            ? exact
            : [.. Course.Steps.Where(e => Names(e).Any(n => n.StartsWith(word, StringComparison.OrdinalIgnoreCase)))];

        bool Is(Exercise exercise) => Names(exercise).Contains(word, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The nearest known word.</summary>
    public static string Nearest(string word) =>
        NearestWord.Of(word, Course.Exercises.SelectMany(e => new[] { e.Id, e.CellId, e.Notebook })) ?? Course.Exercises[0].Id;

    private static IEnumerable<string> Names(Exercise exercise) =>
        [exercise.Id, exercise.CellId, exercise.CheckCellId, exercise.Notebook, .. exercise == Course.WarmUp ? [] : new[] { exercise.Declares }];
}
