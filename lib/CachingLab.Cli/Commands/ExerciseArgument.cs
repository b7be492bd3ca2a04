using System.CommandLine;
using System.CommandLine.Completions;
using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Cli.Commands;

/// <summary>The EXERCISE argument of verbs.</summary>
internal static class ExerciseArgument
{
    private const string Name = "EXERCISE";
    private const string Description = "the exercise's id (cache-key), its cell (ex-cache-key), its notebook (01), or the start of one of these";

    public static Argument<string> Create() => WithCompletions(new Argument<string>(Name) { HelpName = Name, Description = Description });

    /// <summary>The argument for verbs that choose an exercise when none is given.</summary>
    public static Argument<string?> CreateOptional() =>
        WithCompletions(new Argument<string?>(Name) { HelpName = Name, Description = Description, DefaultValueFactory = _ => null });

    /// <summary>Finds the exercises that a word means. When it fits none or several notebooks, returns none and writes a line to stderr.</summary>
    public static IReadOnlyList<Exercise> Find(string word)
    {
        IReadOnlyList<Exercise> found = ExerciseWord.Find(word);
        if (found.Count == 0)
            Console.Error.WriteLine($"no exercise '{word}'; did you mean {ExerciseWord.Nearest(word)}? There are {Ids(Course.Steps)}");
        if (found.DistinctBy(e => e.Notebook).Count() <= 1)
            return found;
        Console.Error.WriteLine($"'{word}' could be {Ids(found)}: say which");
        return [];
    }

    /// <summary>Finds the exercise that a word means. When it fits none or several, returns null and writes a line to stderr.</summary>
    public static Exercise? FindOne(string word)
    {
        IReadOnlyList<Exercise> found = Find(word);
        if (found.Count > 1)
            Console.Error.WriteLine($"'{word}' has two exercises, {Ids(found)}: say which");
        return found.Count == 1 ? found[0] : null;
    }

    private static TArgument WithCompletions<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.CompletionSources.Add(_ => Course.Exercises.Select(e => new CompletionItem(e.Id)));
        return argument;
    }

    private static string Ids(IEnumerable<Exercise> exercises) => string.Join(", ", exercises.Select(e => e.Id));
}

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
