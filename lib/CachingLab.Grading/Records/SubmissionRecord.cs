using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>One graded notebook, or one file that could not be graded.</summary>
/// <param name="Path">The path as found below the argument given, with forward slashes.</param>
/// <param name="Notebook">The course notebook it is a copy of, or null when that is not known.</param>
/// <param name="Exercises">The exercises of that notebook; empty when it could not be graded.</param>
/// <param name="Error">Why it could not be graded, in one line, or null.</param>
/// <param name="From">The argument's name when several folders or zips were given, because their paths may be equal; else null.</param>
public sealed record SubmissionRecord(
    string Path,
    string? Notebook,
    [property: JsonPropertyOrder(1)] IReadOnlyList<ExerciseRecord> Exercises,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From = null)
{
    /// <summary>Whose it is and when it came, or null for a file that nobody handed in. As JSON it is in <see cref="GradeBook.HandIns"/>.</summary>
    [JsonIgnore]
    public HandIn? HandIn { get; init; }

    [JsonIgnore]
    public int Points => Exercises.Sum(e => e.Points);
}
