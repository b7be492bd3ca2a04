using System.Text.Json.Serialization;

namespace CachingLab.Exams;

/// <summary>What is known of one requirement.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<VerdictStatus>))]
public enum VerdictStatus
{
    /// <summary>Nothing: never counted as passed.</summary>
    NotRun,
    Passed,
    Failed,
}
