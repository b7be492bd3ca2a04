using System.Text.Json.Serialization;
using CachingLab.Exams;

namespace CachingLab.Grading;

/// <summary>One requirement of one graded exercise.</summary>
/// <param name="Id">Its unchanging short name.</param>
/// <param name="Title">The behaviour as a sentence.</param>
/// <param name="Stretch">Whether it goes beyond what the exercise asks.</param>
/// <param name="Status">Its verdict.</param>
/// <param name="Message">Why it is not passed, in a sentence; empty when passed.</param>
/// <param name="Counterexample">What shows it, when there is one.</param>
public sealed record RequirementRecord(
    string Id,
    string Title,
    bool Stretch,
    RequirementVerdict Status,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Counterexample? Counterexample = null);
