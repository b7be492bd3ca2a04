using CachingLab.Exams;

namespace CachingLab.Tests.Exams;

public sealed class AnswerExceptionTests
{
    [Fact]
    public void A_type_inside_a_class_as_in_every_cell_is_named_by_its_own_name()
    {
        var thrown = new AnswerException(new MineException());
        Assert.Equal("MineException", thrown.TypeName);
        Assert.True(thrown.Is<IOException>());
        Assert.True(thrown.Is<Exception>());
        Assert.False(thrown.Is<TimeoutException>());
    }

    [Fact]
    public void A_generic_type_is_named_without_its_arguments() =>
        Assert.Equal("OfException`1", new AnswerException(new OfException<List<int>>()).TypeName);

    private sealed class MineException : IOException;

    private sealed class OfException<T> : Exception
    {
        public T? Value { get; }
    }
}
