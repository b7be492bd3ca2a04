using CachingLab.Exercises.Calls;

namespace CachingLab.Tests.Exercises;

public sealed class ExamExceptionsTests
{
    [Fact]
    public void Every_exception_of_the_exam_can_be_made_by_name() =>
        Assert.All(ExamExceptions.Failures, f => Assert.IsType(f.Type, ExamExceptions.Create(f.Type.FullName!, "made")));

    [Fact]
    public void The_exception_of_a_cancelled_task_is_made_with_a_cancelled_token() =>
        Assert.True(((TaskCanceledException)ExamExceptions.Create(typeof(TaskCanceledException).FullName!, "made")!).CancellationToken.IsCancellationRequested);
}
