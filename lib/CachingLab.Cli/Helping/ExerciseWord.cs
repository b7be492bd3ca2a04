using CachingLab.Exams;

namespace CachingLab.Cli.Helping;

/// <summary>What a learner types for an exercise: its id, its cell's id, its notebook, or the start of one of these.</summary>
internal static class ExerciseWord
{
    /// <summary>The exercises meant, in order: a notebook can have two; empty when nothing fits.</summary>
    public static IReadOnlyList<Exercise> Find(string word) => throw new NotImplementedException(word);

    /// <summary>The nearest word that there is.</summary>
    public static string Nearest(string word) => throw new NotImplementedException(word);
}
