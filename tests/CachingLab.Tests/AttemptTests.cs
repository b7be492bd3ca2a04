namespace CachingLab.Tests;

public sealed class AttemptTests
{
    public static TheoryData<Exception> Unfinished => [new NotImplementedException("TODO"), new AggregateException(new NotImplementedException())];

    [Theory]
    [MemberData(nameof(Unfinished), DisableDiscoveryEnumeration = true)]
    public void An_unfinished_answer_is_said_to_be_unfinished(Exception thrown)
    {
        using var console = new ConsoleText();
        Attempt.Run(() => throw thrown);
        Assert.Equal("Not written yet: finish the exercise above, run its cell, then run this one again.\n", console.ToString());
    }

    [Fact]
    public async Task Any_other_exception_is_printed_in_one_line_from_every_form()
    {
        using var console = new ConsoleText();
        static int Throw() => throw new InvalidOperationException("first\nsecond");
        Attempt.Show(Throw);
        Attempt.Run(() => Throw());
        await Attempt.ShowAsync(() => Task.FromException<int>(new InvalidOperationException("first")));
        await Attempt.RunAsync(() => throw new InvalidOperationException("first"));
        Assert.Equal(string.Concat(Enumerable.Repeat("Your code threw InvalidOperationException: first\n", 4)), console.ToString());
    }

    [Fact]
    public async Task Values_are_printed_as_a_program_writes_them()
    {
        using var console = new ConsoleText();
        Attempt.Show(() => "text");
        Attempt.Show(() => 1.5);
        Attempt.Show<string?>(() => null);
        Attempt.Show(() => new[] { "a", null });
        await Attempt.ShowAsync(() => Task.FromResult(true));
        Assert.Equal("text\n1.5\nnull\n[a, null]\nTrue\n", console.ToString());
    }
}
