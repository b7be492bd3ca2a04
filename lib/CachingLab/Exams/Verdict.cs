using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Exams;

/// <summary>The verdict on one requirement. The exam, all reports and the JSON record use this type.</summary>
/// <param name="Id">The requirement's unchanging short name.</param>
/// <param name="Message">Why it is not passed, in a sentence; empty when passed.</param>
/// <param name="Counterexample">The counterexample of a failed requirement, or null.</param>
public sealed record Verdict(
    string Id,
    string Title,
    bool Stretch,
    VerdictStatus Status,
    string Message = "",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Counterexample? Counterexample = null)
{
    /// <summary>The wall time of asking it, or null when it was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>Whether it failed because the stub still throws <see cref="NotImplementedException"/>.</summary>
    [JsonIgnore]
    public bool NotWritten { get; init; }

    /// <summary>Whether a call has not returned and may still run.</summary>
    [JsonIgnore]
    public bool Abandoned { get; init; }

    /// <summary>Whether the requirement was not run because only <c>./lab grade</c> can judge it, whatever the answer does.</summary>
    [JsonIgnore]
    public bool ByGrader { get; init; }
}

[JsonConverter(typeof(KebabCaseEnumConverter<VerdictStatus>))]
public enum VerdictStatus
{
    /// <summary>Not known: never counted as passed.</summary>
    NotRun,
    Passed,
    Failed,
}

/// <summary>Writes an enum as the contract spells it: <c>not-attempted</c>, <c>out-of-memory</c>.</summary>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;

/// <summary>The result of an exam.</summary>
/// <param name="Seed">The seed of the random inputs: the same seed draws the same inputs.</param>
/// <param name="Results">The verdict on each requirement of the exercise, in order.</param>
public sealed record ExamReport(Exercise Exercise, int Seed, IReadOnlyList<Verdict> Results)
{
    /// <summary>Whether there was an answer to examine: false when only the stub's own exception was found.</summary>
    public bool Attempted =>
        !Results.Any(r => r.NotWritten) || Results.Any(r => r.Status is VerdictStatus.Passed || (r.Status is VerdictStatus.Failed && !r.NotWritten));

    /// <summary>Whether every requirement but the stretch ones is passed.</summary>
    public bool Passed => Required.All(r => r.Status is VerdictStatus.Passed);

    /// <summary>Whether nothing is left to do where the exam ran: a notebook cannot judge what needs a second process.</summary>
    public bool PassedHere => Required.Any(r => r.Status is VerdictStatus.Passed) && Required.All(r => r.Status is VerdictStatus.Passed || r.ByGrader);

    /// <summary>The results that count.</summary>
    public IEnumerable<Verdict> Required => Results.Where(r => !r.Stretch);

    /// <summary>The results beyond what the exercise asks.</summary>
    public IEnumerable<Verdict> Stretch => Results.Where(r => r.Stretch);
}
