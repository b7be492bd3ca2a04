namespace CachingLab.Notebooks;

/// <summary>The ids of course cells.</summary>
public static class CourseCell
{
    private const string Exercise = "ex-";
    private const string Check = "check-";

    // The only cell outside the exercises that the learner is asked to change.
    private const string WarmUp = "red-to-green";
    private const string WarmUpCheck = "red-or-green";

    /// <summary>Whether a cell id is that of an exercise.</summary>
    public static bool IsExercise(string? id) => id is not null && id.StartsWith(Exercise, StringComparison.Ordinal);

    /// <summary>Whether the learner writes the cell: that of an exercise, or of the warm-up in the first notebook.</summary>
    public static bool IsLearners(string? id) => IsExercise(id) || id == WarmUp;

    /// <summary>The id of the cell that checks a learner's cell.</summary>
    public static string CheckOf(string id) => id == WarmUp ? WarmUpCheck : Check + id[Exercise.Length..];

    /// <summary>The name of a learner's cell for <c>lab reset</c>.</summary>
    public static string NameOf(string id) => id == WarmUp ? "warm-up" : id[Exercise.Length..];
}
