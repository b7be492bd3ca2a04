using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What the grader said of an answer of the bank.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Record">The record of its exercise.</param>
/// <param name="Time">From the call of the grader to its return, with the process gone.</param>
public sealed record Graded(KnownAnswer Answer, ExerciseRecord Record, TimeSpan Time)
{
    /// <summary>The requirements that failed, stretch ones too.</summary>
    public IReadOnlySet<string> Failed { get; } =
        Record.Requirements.Where(r => r.Status is VerdictStatus.Failed).Select(r => r.Id).ToHashSet();

    /// <summary>The state as the contract spells it.</summary>
    public string State => System.Text.Json.JsonSerializer.Serialize(Record.Status).Trim('"');

    /// <summary>Everything that helps to see why a verdict is another one than known.</summary>
    public string Story => string.Join('\n',
    [
        $"{Answer.Title}: {State} {Record.Points}/{Record.Of} in {Time.TotalSeconds:0.0} s, seed {Record.Seed}. {Record.Message}",
        .. Record.Notes.Select(n => $"  note: {n}"),
        .. Record.Requirements.Where(r => r.Status is not VerdictStatus.Passed)
            .Select(r => $"  {r.Id}: {r.Status}: {r.Message}{(r.Counterexample is { } c ? $" [{c.Code}]" : "")}"),
    ]);
}
