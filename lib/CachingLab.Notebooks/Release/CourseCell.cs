namespace CachingLab.Notebooks;

/// <summary>How the ids of course cells are spelled.</summary>
public static class CourseCell
{
    private const string Exercise = "ex-";

    /// <summary>Whether a cell id is that of an exercise.</summary>
    public static bool IsExercise(string? id) => id is not null && id.StartsWith(Exercise, StringComparison.Ordinal);

    /// <summary>The id of the cell that checks the exercise of a cell.</summary>
    /// <param name="exerciseCellId">The exercise cell's id, with <c>ex-</c>.</param>
    public static string CheckOf(string exerciseCellId) => "check-" + exerciseCellId[Exercise.Length..];
}
