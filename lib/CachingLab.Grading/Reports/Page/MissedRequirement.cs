using CachingLab.Exams;

namespace CachingLab.Grading.Reports.Page;

/// <summary>A requirement that some learners did not meet.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Requirement">The requirement, from one of the records.</param>
/// <param name="Learners">Who did not meet it.</param>
/// <param name="Judged">How many learners have a verdict on it.</param>
internal sealed record MissedRequirement(string Exercise, Verdict Requirement, IReadOnlyList<LearnerView> Learners, int Judged);
