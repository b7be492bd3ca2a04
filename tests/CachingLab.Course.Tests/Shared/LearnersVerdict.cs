using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>What a test says of one requirement of a learner's answer; a pass when neither is set.</summary>
/// <param name="Skip">Why it is skipped, or null.</param>
/// <param name="Failure">Why it fails, or null.</param>
internal sealed record LearnersVerdict(string? Skip, string? Failure)
{
    /// <summary>The verdict: only what was judged and met passes, and stretch requirements never fail.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="record">What the grader found.</param>
    /// <param name="requirementId">The requirement.</param>
    /// <param name="strict">Whether an exercise that is not attempted fails.</param>
    public static LearnersVerdict Of(Exercise exercise, ExerciseRecord record, string requirementId, bool strict)
    {
        RequirementRecord requirement = record.Requirements.Single(r => r.Id == requirementId);
        if (record.Status is GradeStatus.NotAttempted)
        {
            string untouched = $"not attempted yet: open notebooks/{exercise.Notebook}.ipynb, cell {exercise.CellId}";
            return strict && !requirement.Stretch ? new(null, untouched) : new(untouched, null);
        }

        if (requirement.Status is RequirementVerdict.Passed)
            return new(null, null);
        string shortcoming = RequirementRows.Shortcoming(record, requirement);
        return requirement.Stretch
            ? new($"stretch, not met yet, and not needed to pass: {shortcoming.Split('\n')[0]}", null)
            : new(null, $"notebooks/{exercise.Notebook}.ipynb, cell {exercise.CellId}\n{shortcoming}");
    }
}
