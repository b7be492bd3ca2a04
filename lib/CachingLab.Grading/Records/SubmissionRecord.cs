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
    /// <summary>
    /// The learner's name: the first folder or zip of the path, else the file's name without the notebook's (<c>ada</c> for <c>ada_01-cache-key.ipynb</c>);
    /// empty when neither is there. When several folders were given, <see cref="From"/> comes first.
    /// </summary>
    [JsonIgnore]
    public string Learner => string.Join('/', new[] { From ?? "", Below }.Where(n => n.Length > 0));

    private string Below => Path.Split('/') is [var folder, _, ..]
        ? folder.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? System.IO.Path.GetFileNameWithoutExtension(folder) : folder
        : NameBeforeNotebook(System.IO.Path.GetFileNameWithoutExtension(Path));

    private string NameBeforeNotebook(string stem) =>
        Notebook is not null && stem.EndsWith(Notebook, StringComparison.OrdinalIgnoreCase)
            ? stem[..^Notebook.Length].TrimEnd(' ', '-', '_', '.')
            : stem;
}
