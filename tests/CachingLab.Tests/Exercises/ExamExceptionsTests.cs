using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class ExamExceptionsTests
{
    [Fact]
    public void Every_exception_of_the_exam_can_be_made_by_name() =>
        Assert.All(ExamExceptions.Types, t => Assert.IsType(t, ExamExceptions.Create(t.FullName!, "made")));
}
