using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>The course's own answers meet every requirement, the stretch ones included.</summary>
public sealed class SolutionsTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Requirements => RequirementRows.Named("solutions, ");

    [Theory]
    [MemberData(nameof(Requirements))]
    public async Task The_solutions_meet_every_requirement(string exerciseId, string requirementId)
    {
        Exercise exercise = RequirementRows.Exercise(exerciseId);
        ExerciseRecord record = RequirementRows.RecordOf(exercise, await Grades.Solutions[exercise.Notebook]);
        RequirementRecord requirement = record.Requirements.Single(r => r.Id == requirementId);
        if (requirement.Status is not RequirementVerdict.Passed)
            throw new PlainFailureException(RequirementRows.Shortcoming(record, requirement));
    }
}
