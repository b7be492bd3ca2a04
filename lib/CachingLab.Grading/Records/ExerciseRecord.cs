namespace CachingLab.Grading;

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
    IReadOnlyList<RequirementRecord> Requirements,
    string Message,
    IReadOnlyList<string> Notes,
    int Seed);
