using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>The learner's notebooks, requirement by requirement: the course's table of contents with a verdict on each line.</summary>
public sealed class NotebooksTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Requirements => RequirementRows.Named("");

    [Theory]
    [MemberData(nameof(Requirements))]
    public async Task Your_notebooks(string exerciseId, string requirementId)
    {
        Exercise exercise = RequirementRows.Exercise(exerciseId);
        ExerciseRecord record = RequirementRows.RecordOf(exercise, await Grades.Notebooks[exercise.Notebook]);
        LearnersVerdict verdict = LearnersVerdict.Of(exercise, record, requirementId, Strictness.Attempted);
        if (verdict.Failure is not null)
            throw new PlainFailureException(verdict.Failure);
        if (verdict.Skip is not null)
            Assert.Skip(verdict.Skip);
    }
}
