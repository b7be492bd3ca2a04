using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>One answer of the bank: what it is, and what is known of it from the first lines of its file.</summary>
/// <param name="Exercise">What it answers.</param>
/// <param name="Kind">right, wrong or hostile.</param>
/// <param name="Name">The file's name without its kind.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Headers">The first lines, by their word.</param>
public sealed record KnownAnswer(
    Exercise Exercise, string Kind, string Name, string Source, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Every answer of the bank, in order.</summary>
    public static IReadOnlyList<KnownAnswer> All { get; } = [.. Course.Exercises.SelectMany(Of)];

    /// <summary>Whether this run asks the whole bank.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("LAB_BANK") == "all";

    /// <summary>Those that this run grades: every right and hostile one, and for each requirement a wrong one that it alone catches; every one in a whole run.</summary>
    public static IReadOnlyList<KnownAnswer> Asked { get; } =
        IsWhole ? All : [.. All.Where(a => a.Kind != "wrong"), .. All.Where(a => a.Kind == "wrong" && a.Fails.Count == 1).DistinctBy(a => (a.Exercise, a.Fails.First()))];

    /// <summary>The exercises' ids, for theories.</summary>
    public static IEnumerable<TheoryDataRow<string>> ExerciseIds => Course.Exercises.Select(e => new TheoryDataRow<string>(e.Id));

    /// <summary>The name in lists of tests.</summary>
    public string Title => $"{Exercise.Id} / {Kind} / {Name}";

    /// <summary>The requirements that a wrong answer must fail.</summary>
    public IReadOnlySet<string> Fails => Listed("fails");

    /// <summary>The stretch requirements that a right answer does not meet.</summary>
    public IReadOnlySet<string> Misses => Listed("misses");

    /// <summary>The stretch requirements that it meets or misses by luck.</summary>
    public IReadOnlySet<string> MayMiss => Listed("may-miss");

    /// <summary>The states that a hostile answer may end in.</summary>
    public IReadOnlySet<string> Ends => Listed("ends");

    /// <summary>Why the portable bounds alone do not contain it, or null when they do.</summary>
    public string? NeedsWalls => Headers.TryGetValue("portable", out string? value) ? value : null;

    /// <summary>One of the bank by its title.</summary>
    public static KnownAnswer Titled(string title) => All.Single(a => a.Title == title);

    private static IEnumerable<KnownAnswer> Of(Exercise exercise) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "KnownAnswers", exercise.Id), "*.csx")
            .Order(StringComparer.Ordinal)
            .Select(file => Read(exercise, file));

    private static KnownAnswer Read(Exercise exercise, string file)
    {
        string source = File.ReadAllText(file);
        Dictionary<string, string> headers = source.Split('\n')
            .TakeWhile(l => l.StartsWith("// ", StringComparison.Ordinal) && l.Contains(": ", StringComparison.Ordinal))
            .Select(l => l[3..].Split(": ", 2))
            .ToDictionary(p => p[0], p => p[1].Trim());
        string[] name = Path.GetFileNameWithoutExtension(file).Split('-', 2);
        Assert.True(headers.GetValueOrDefault("answer") == name[0], $"{file} says that it is another kind of answer than its name does");
        return new KnownAnswer(exercise, name[0], name[1], source, headers);
    }

    private HashSet<string> Listed(string header) =>
        Headers.TryGetValue(header, out string? value)
            ? [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : [];
}
