using CachingLab.Grading.Records;

namespace CachingLab.Bench;

/// <summary>What grading the solved notebooks took, from the start of the process on.</summary>
/// <param name="Rows">The verdicts.</param>
/// <param name="Before">Until the grading began.</param>
/// <param name="Took">Until it was over.</param>
/// <param name="Phases">What the exercises' time was spent on; they are graded side by side, so that it adds up to more.</param>
/// <param name="PeakBytes">The most that the grader and its compiler used together.</param>
internal sealed record GradeBenchResult(
    IReadOnlyList<SubmissionRecord> Rows, TimeSpan Before, TimeSpan Took, IReadOnlyList<(string Phase, TimeSpan Time)> Phases, long PeakBytes);
