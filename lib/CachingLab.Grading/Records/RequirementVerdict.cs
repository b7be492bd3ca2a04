using System.Text.Json.Serialization;

namespace CachingLab.Grading;

/// <summary>What is known of one requirement.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RequirementVerdict>))]
public enum RequirementVerdict
{
    /// <summary>No verdict: never counted as passed.</summary>
    NotRun,
    Passed,
    Failed,
}
