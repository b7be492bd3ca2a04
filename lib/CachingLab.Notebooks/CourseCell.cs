namespace CachingLab.Notebooks;

/// <summary>How the ids of course cells are spelled.</summary>
public static class CourseCell
{
    private const string Exercise = "ex-";
    private const string Check = "check-";

    // The one cell outside the exercises that the course asks the learner to change.
    private const string WarmUp = "red-to-green";
    private const string WarmUpCheck = "red-or-green";

    /// <summary>Whether a cell id is that of an exercise.</summary>
    public static bool IsExercise(string? id) => id is not null && id.StartsWith(Exercise, StringComparison.Ordinal);

    /// <summary>Whether the text of a cell is the learner's: that of an exercise, or of the warm-up in the first notebook.</summary>
    public static bool IsLearners(string? id) => IsExercise(id) || id == WarmUp;

    /// <summary>The id of the cell that checks a cell of the learner's.</summary>
    public static string CheckOf(string id) => id == WarmUp ? WarmUpCheck : Check + id[Exercise.Length..];

    /// <summary>What <c>lab reset</c> calls a cell of the learner's.</summary>
    public static string NameOf(string id) => id == WarmUp ? "warm-up" : id[Exercise.Length..];
}
