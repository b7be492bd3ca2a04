using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Reports;

namespace CachingLab.Grading.Answers;

/// <summary>The result of examining an answer.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Message">What happened, when the status needs an explanation; else empty.</param>
/// <param name="Verdicts">Every requirement of the exercise exactly once, in order.</param>
/// <param name="Notes">Cells that threw before the check cell, a line each.</param>
/// <param name="End">How the answer's process ended; null when it was running until the last verdict.</param>
internal sealed record Examined(GradeStatus Status, string Message, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Notes, SandboxEnd? End = null)
{
    /// <summary>What the answer printed, or null.</summary>
    public PrintedLines? Printed { get; init; }

    /// <summary>Whether every requirement is passed, the stretch ones too.</summary>
    public bool IsFlawless => Verdicts.All(v => v.Status is VerdictStatus.Passed);

    /// <summary>Whether the machine may have ended the process.</summary>
    public bool IsDoubtful => !IsFlawless && End is not null && EndDescription.IsDoubtful(End);

    /// <summary>Whether the machine gave the process too little processor time.</summary>
    public bool IsStarved => End is { Reason: SandboxEndReason.Starved };

    /// <summary>An examination without verdicts.</summary>
    public static Examined Unjudged(Exercise exercise, GradeStatus status, string message, IReadOnlyList<string> notes, SandboxEnd? end = null) =>
        new(status, message, [.. exercise.Requirements.Select(r => r.Judged(VerdictStatus.NotRun, message))], notes, end);
}
