using CachingLab.Grading.Records;

namespace CachingLab.Bench;

/// <summary>What grading a made-up class took.</summary>
/// <param name="Rows">The verdicts.</param>
/// <param name="Took">Wall time, with a cold compiler.</param>
/// <param name="WarmBytes">The grader's resident memory after the first twenty.</param>
/// <param name="LastBytes">The same after the last.</param>
/// <param name="PeakBytes">The most it was.</param>
internal sealed record ClassBenchResult(IReadOnlyList<SubmissionRecord> Rows, TimeSpan Took, long WarmBytes, long LastBytes, long PeakBytes);
