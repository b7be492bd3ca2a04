using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Course.Tests.Answers;

/// <summary>The list that ends the output of <c>dotnet test</c>.</summary>
public sealed class ExerciseListTests
{
    private static readonly IReadOnlyList<Exercise> Three = [.. CachingLab.Exercises.Course.Exercises.Take(3)];

    [Fact]
    public void It_has_a_line_for_each_exercise_and_after_a_failure_how_to_run_less()
    {
        ExerciseList list = Of(GradeStatus.Passed, GradeStatus.Failed, GradeStatus.NotAttempted);
        Assert.Equal("1 exercise that is not attempted yet", list.Skipped);
        Assert.Equal(
            """

              notebook         exercise       verdict          met
              01-cache-key     cache-key      passed           1/1                 0.0 s
              02-memory-cache  memory-cache   failed           0/1                 0.0 s
              03-file-cache    file-cache     not attempted yet

              Only one exercise:  dotnet test --only memory-cache
              Only one notebook:  dotnet test --only 02-memory-cache
              A hint:             ./lab hint memory-cache

            """.Replace("./lab", LabCall.Name, StringComparison.Ordinal).ReplaceLineEndings("\n"),
            list.ToString());
    }

    [Fact]
    public void Where_nothing_fails_it_is_the_lines_alone()
    {
        ExerciseList list = Of(GradeStatus.Passed, GradeStatus.NotAttempted, GradeStatus.NotAttempted);
        Assert.Equal("2 exercises that are not attempted yet", list.Skipped);
        Assert.Equal(6, list.ToString().Split('\n').Length);
    }

    [Fact]
    public void What_is_not_attempted_is_a_failure_for_instructors()
    {
        ExerciseList list = Of(strict: true, GradeStatus.Passed, GradeStatus.Passed, GradeStatus.NotAttempted);
        Assert.StartsWith("no exercise: ", list.Skipped, StringComparison.Ordinal);
        Assert.Contains("dotnet test --only file-cache", list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_exercise_passes_only_a_stretch_can_have_been_skipped()
    {
        Assert.StartsWith("no exercise: ", Of(GradeStatus.Passed, GradeStatus.Passed, GradeStatus.Passed).Skipped, StringComparison.Ordinal);
        Dictionary<string, SubmissionRecord> graded = Three.ToDictionary(
            e => e.Notebook, e => Graded.As(e, GradeStatus.Passed, e == Three[0] ? VerdictStatus.Failed : VerdictStatus.Passed, stretch: e == Three[0]));
        Assert.StartsWith("1 stretch requirement ", new ExerciseList(Three, graded, strict: false).Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_noticed_about_a_cell_that_is_not_attempted_stands_below_its_line()
    {
        SubmissionRecord missing = Graded.As(Three[0], GradeStatus.NotAttempted, VerdictStatus.NotRun);
        missing = missing with { Exercises = [missing.Exercises[0] with { Notes = ["The cell is missing."] }] };
        string list = new ExerciseList([Three[0]], new Dictionary<string, SubmissionRecord> { [Three[0].Notebook] = missing }, strict: false).ToString();
        Assert.Contains("not attempted yet\n      note: The cell is missing.\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_cannot_be_graded_has_its_line_too()
    {
        var broken = new SubmissionRecord("notebooks/01-cache-key.ipynb", null, [], "it is not JSON");
        string list = new ExerciseList([Three[0]], new Dictionary<string, SubmissionRecord> { [Three[0].Notebook] = broken }, strict: false).ToString();
        Assert.Contains("  01-cache-key     cache-key      could not be graded\n", list, StringComparison.Ordinal);
        Assert.Contains("dotnet test --only cache-key", list, StringComparison.Ordinal);
    }

    private static ExerciseList Of(params GradeStatus[] statuses) => Of(strict: false, statuses);

    private static ExerciseList Of(bool strict, params GradeStatus[] statuses) => new(
        Three,
        Three.Zip(statuses).ToDictionary(p => p.First.Notebook, p => Graded.As(p.First, p.Second, p.Second switch
        {
            GradeStatus.Passed => VerdictStatus.Passed,
            GradeStatus.Failed => VerdictStatus.Failed,
            _ => VerdictStatus.NotRun,
        })),
        strict);
}
