using System.Text.Json.Serialization;
using CachingLab.Exams;
using CachingLab.Reports;

namespace CachingLab.Grading.Records;

/// <summary>One graded exercise of one submission.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Points">Requirements passed, stretch ones left out.</param>
/// <param name="Of">Requirements there are, stretch ones left out.</param>
/// <param name="Seconds">Wall time from compiling to the last verdict.</param>
/// <param name="Requirements">Every requirement of the exercise exactly once, in order.</param>
/// <param name="Message">What happened and what to do next, when the status needs saying; else empty.</param>
/// <param name="Notes">What was repaired or left out before grading, a line each.</param>
/// <param name="Seed">What the random inputs were drawn from.</param>
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
    /// <summary>The message of an answer that was changed and is not written yet.</summary>
    public const string StillStub = "not attempted yet: the code still throws NotImplementedException";

    /// <summary>What the answer printed while it was examined, or null when it printed nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrintedLines? Printed { get; init; }

    /// <summary>Whether the notebook has no cell that could hold the answer; a note says how to get it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CellMissing { get; init; }

    /// <summary>Whether the learner has changed the cell, be it only a comment.</summary>
    [JsonIgnore]
    public bool Begun => Status is not GradeStatus.NotAttempted || Message == StillStub;

    /// <summary>Stretch requirements passed.</summary>
    [JsonIgnore]
    public int StretchPoints => Requirements.Count(r => r.Stretch && r.Status is VerdictStatus.Passed);

    /// <summary>Stretch requirements there are.</summary>
    [JsonIgnore]
    public int StretchOf => Requirements.Count(r => r.Stretch);

    /// <summary>Whether the answer was stopped, or never started, so that some requirements have no verdict.</summary>
    [JsonIgnore]
    public bool Stopped => Status is not (GradeStatus.Passed or GradeStatus.Failed or GradeStatus.NotAttempted);
}
