using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Exams;

/// <summary>What an exam found of one requirement: the same object from the exam to the last report, and in the JSON record.</summary>
/// <param name="Id">The requirement's unchanging short name.</param>
/// <param name="Title">The behaviour as a sentence.</param>
/// <param name="Stretch">Whether it goes beyond what the exercise asks.</param>
/// <param name="Status">Whether it is met.</param>
/// <param name="Message">Why it is not passed, in a sentence; empty when passed.</param>
/// <param name="Counterexample">What shows it, when there is one.</param>
public sealed record Verdict(
    string Id,
    string Title,
    bool Stretch,
    VerdictStatus Status,
    string Message = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Counterexample? Counterexample = null)
{
    /// <summary>Whether it failed because the stub still throws <see cref="NotImplementedException"/>.</summary>
    [JsonIgnore]
    public bool NotWritten { get; init; }

    /// <summary>Whether a call has not come back, and may still run.</summary>
    [JsonIgnore]
    public bool Abandoned { get; init; }

    /// <summary>Whether it was not run because it can only be judged in another place, and not for anything the answer did.</summary>
    [JsonIgnore]
    public bool Elsewhere { get; init; }

    /// <summary>Whether it was not run here and <c>./lab grade</c> judges it.</summary>
    [JsonIgnore]
    public bool ByGrader { get; init; }
}

/// <summary>What is known of one requirement.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<VerdictStatus>))]
public enum VerdictStatus
{
    /// <summary>Nothing: never counted as passed.</summary>
    NotRun,
    Passed,
    Failed,
}

/// <summary>Writes an enum as the contract spells it: <c>not-attempted</c>, <c>out-of-memory</c>.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
