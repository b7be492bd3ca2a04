using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>The results of one call of the grader, from which all reports are made.</summary>
/// <param name="Submissions">One row a notebook, in the order of their paths.</param>
/// <param name="Sandbox">Which sandbox was in force, in a few words.</param>
public sealed record GradeBook(IReadOnlyList<SubmissionRecord> Submissions, string Sandbox)
{
    /// <summary>The schema version that this code writes and reads.</summary>
    public const string CurrentSchema = "cachinglab.grade/1";

    /// <summary>The schema version of this record.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = CurrentSchema;
}
