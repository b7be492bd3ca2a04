using CachingLab.Answers.Tests.Reports;
using CachingLab.Exams;

namespace CachingLab.Answers.Tests;

/// <summary>The learner's answers, an exercise a test, and the solutions, which tell whether the judge can be trusted here.</summary>
public sealed class AnswersTests
{
    public static async Task<IEnumerable<TheoryDataRow<string, string>>> Answers()
    {
        if (Program.Choice.Problem is not null)
            return [Row("", "", Choice.Option)];
        var rows = new List<TheoryDataRow<string, string>>();
        foreach (Exercise exercise in Program.Choice.Exercises)
        {
            // In a terminal a skipped test takes three lines: what is not attempted has one, in the closing list.
            if (Program.ListsEach || Strictness.Attempted || TestOutcome.Of(exercise, await Grades.Of(Grades.Learners, exercise), strict: false).Skip is null)
                rows.Add(Row(Grades.Learners, exercise.Id, $"{exercise.Id}: {Place.Of(exercise)}"));
            rows.Add(Row(Grades.Solutions, exercise.Id, $"{exercise.Id}: {Grades.Solutions}/{exercise.Notebook}.ipynb"));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_meets_its_requirements(string edition, string exerciseId)
    {
        if (Program.Choice.Problem is { } problem)
            throw new PlainFailureException(problem);
        Exercise exercise = Program.Choice.Exercises.Single(e => e.Id == exerciseId);
        TestOutcome verdict = edition == Grades.Solutions
            ? TestOutcome.OfSolution(exercise, await Grades.Of(Grades.Solutions, exercise))
            : TestOutcome.Of(exercise, await Grades.Of(Grades.Learners, exercise), Strictness.Attempted);
        if (verdict.Failure is not null)
            throw new PlainFailureException(verdict.Failure);
        if (verdict.Skip is not null)
            Assert.Skip(verdict.Skip);
    }

    private static TheoryDataRow<string, string> Row(string edition, string exercise, string title) =>
        new(edition, exercise) { TestDisplayName = title, Label = "" };
}
