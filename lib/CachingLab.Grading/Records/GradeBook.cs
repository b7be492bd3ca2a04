using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>Everything that one call of the grader found: the one record that all reports are made of.</summary>
/// <param name="Submissions">One row a notebook, in the order of their paths.</param>
/// <param name="Sandbox">Which sandbox was in force, in a few words.</param>
public sealed record GradeBook(IReadOnlyList<SubmissionRecord> Submissions, string Sandbox)
{
    /// <summary>The version that this code writes and reads.</summary>
    public const string CurrentSchema = "cachinglab.grade/1";

    /// <summary>The version of this layout.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = CurrentSchema;
}
