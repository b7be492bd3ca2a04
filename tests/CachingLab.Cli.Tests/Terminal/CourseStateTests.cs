using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Cli.Tests.Terminal;

public sealed class CourseStateTests
{
    private static readonly CourseState Fresh = new();
    private static readonly CourseState Whole = new() { AllParts = true };

    [Fact]
    public void A_half_written_answer_is_in_progress_and_no_failure_on_the_board()
    {
        CourseState state = Fresh.With(Records.HalfWritten("cache-key"), show: true);

        Assert.Equal(ExerciseState.InProgress, state.StateOf(Course.Exercises[0]));
        Assert.False(state.AllAttemptedPass);
    }

    [Fact]
    public void A_stub_that_was_only_commented_is_in_progress_and_fails_nothing()
    {
        CourseState state = Fresh.With(Records.Stub("cache-key"), show: true);

        Assert.Equal(ExerciseState.InProgress, state.StateOf(Course.Exercises[0]));
        Assert.True(state.AllAttemptedPass);
    }

    [Fact]
    public void Next_is_the_first_exercise_that_does_not_pass_even_when_later_ones_do()
    {
        CourseState state = Fresh.With(Records.Passed("cache-key"), show: false).With(Records.Passed("file-cache"), show: false);

        Assert.Equal("memory-cache", state.Next?.Id);
        Assert.Equal(2, state.Passed);
    }

    [Fact]
    public void Stretch_points_are_counted_apart()
    {
        CourseState state = Whole.With(Records.Passed("cache-key"), show: false);

        Assert.Equal((Count(Course.Exercises[0], stretch: false), Count(Course.Exercises[0], stretch: true)), (state.Points, state.StretchPoints));
        Assert.Equal(
            (Course.Exercises.Sum(e => Count(e, stretch: false)), Course.Exercises.Sum(e => Count(e, stretch: true))), (state.Of, state.StretchOf));

        static int Count(Exercise exercise, bool stretch) => exercise.Requirements.Count(r => r.Stretch == stretch);
    }

    [Fact]
    public void Minutes_left_fall_with_each_exercise_and_end_at_none()
    {
        var left = new List<int> { Whole.MinutesLeft };
        CourseState state = Whole;
        foreach (string id in Course.Exercises.Select(e => e.Id))
        {
            state = state.With(Records.Passed(id), show: false);
            left.Add(state.MinutesLeft);
        }

        Assert.Equal(Course.Notebooks.Sum(n => n.Minutes), left[0]);
        Assert.Equal(left.OrderDescending(), left);
        Assert.Equal(Course.Notebooks[^1].Minutes, left[^2]);
        Assert.Equal(0, left[^1]);
        Assert.Null(state.Next);
    }

    [Fact]
    public void Minutes_are_those_of_part_one_until_it_passes_and_a_notebook_of_two_is_half_done_with_one()
    {
        CourseState state = Fresh;
        Assert.Equal(Course.PartOne.Minutes, state.MinutesLeft);
        foreach (Exercise exercise in Course.PartOne.Exercises.SkipLast(1))
            state = state.With(Records.Passed(exercise.Id), show: false);

        Assert.Equal((Course.PartOne.Notebooks[^1].Minutes + 1) / 2, state.MinutesLeft);
        state = state.With(Records.Passed(Course.PartOne.Exercises[^1].Id), show: false);
        Assert.Equal((Course.PartTwo.Minutes, Course.PartTwo.Exercises[0]), (state.MinutesLeft, state.Next));
    }

    [Fact]
    public void A_verdict_ends_the_checking_of_its_exercise_alone()
    {
        CourseState state = Fresh with { Checking = ["extended-key", "should-cache"] };

        Assert.Equal(["should-cache"], state.With(Records.Failed("extended-key"), show: true).Checking);
    }

    [Fact]
    public void A_reset_takes_the_report_away()
    {
        CourseState state = Fresh.With(Records.Failed("file-cache"), show: true);

        Assert.Equal("file-cache", state.Shown);
        Assert.Null(state.With(Records.Untouched("file-cache"), show: true).Shown);
    }
}
