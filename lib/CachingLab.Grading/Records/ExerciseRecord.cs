using System.Text.Json.Serialization;
using CachingLab.Exams;
using CachingLab.Reports;

namespace CachingLab.Grading.Records;

/// <summary>One graded exercise of one submission.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Status">The outcome.</param>
/// <param name="Points">How many requirements are passed, without stretch ones.</param>
/// <param name="Of">How many requirements there are, without stretch ones.</param>
/// <param name="Seconds">Wall time from compiling to the last verdict.</param>
/// <param name="Requirements">Every requirement of the exercise exactly once, in order.</param>
/// <param name="Message">What happened and what to do next, when the status needs an explanation; else empty.</param>
/// <param name="Notes">What was repaired or left out before grading, a line each.</param>
/// <param name="Seed">The seed of the random inputs.</param>
public sealed record ExerciseRecord(
    string Id,
    GradeStatus Status,
    int Points,
    int Of,
    double Seconds,
    IReadOnlyList<Verdict> Requirements,
    string Message,
    IReadOnlyList<string> Notes,
    int Seed)
{
    /// <summary>The message of an answer that was changed but still throws.</summary>
    public const string StillStub = "not attempted yet: the code still throws NotImplementedException";

    /// <summary>The learner's cell as it was graded, up to a bound; null when the cell is missing or as it was handed out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>What the answer printed while it was examined, or null when it printed nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrintedLines? Printed { get; init; }

    /// <summary>Whether the notebook has no cell that could hold the answer; a note says how to get it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CellMissing { get; init; }

    /// <summary>Whether the learner has changed the cell, even if only a comment.</summary>
    [JsonIgnore]
    public bool Begun => Status is not GradeStatus.NotAttempted || Message == StillStub;

    /// <summary>How many stretch requirements are passed.</summary>
    [JsonIgnore]
    public int StretchPoints => Requirements.Count(r => r.Stretch && r.Status is VerdictStatus.Passed);

    /// <summary>How many stretch requirements there are.</summary>
    [JsonIgnore]
    public int StretchOf => Requirements.Count(r => r.Stretch);

    /// <summary>Whether the answer was stopped, or never started, so that some requirements have no verdict.</summary>
    [JsonIgnore]
    public bool Stopped => Status is not (GradeStatus.Passed or GradeStatus.Failed or GradeStatus.NotAttempted);
}

/// <summary>Bounds the texts that a learner's code can put into a record.</summary>
internal static class RecordText
{
    private const int Longest = 2_000;
    private const int LongestSource = 8_000;
    private const int MostNotes = 50;

    /// <summary>Shortens all long texts of a record.</summary>
    public static ExerciseRecord Bound(ExerciseRecord record) => record with
    {
        Message = Cap(record.Message),
        Notes = record.Notes.Count <= MostNotes
            ? [.. record.Notes.Select(Cap)]
            : [.. record.Notes.Take(MostNotes).Select(Cap), $"and {record.Notes.Count - MostNotes:N0} more notes of this kind"],
        Source = record.Source is null ? null : SafeText.Code(record.Source, LongestSource, "the notebook has all of it"),
        Requirements = [.. record.Requirements.Select(r => r with { Message = Cap(r.Message), Counterexample = Bound(r.Counterexample) })],
    };

    private static Counterexample? Bound(Counterexample? shown) =>
        shown is null ? null : new(Cap(shown.Tried), Cap(shown.Got), Cap(shown.Expected), SafeText.Code(shown.Code, Longest));

    private static string Cap(string text) => SafeText.Cap(text, Longest);
}
