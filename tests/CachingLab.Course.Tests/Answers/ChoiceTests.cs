namespace CachingLab.Course.Tests.Answers;

/// <summary><c>dotnet test --only NAME</c>.</summary>
public sealed class ChoiceTests
{
    [Theory]
    [InlineData("cache-key", "cache-key")]
    [InlineData("Cache-Key", "cache-key")]
    [InlineData("01-cache-key", "cache-key")]
    [InlineData("06-cache-policy", "extended-key should-cache")]
    [InlineData("06-cache-policy.ipynb", "extended-key should-cache")]
    [InlineData("notebooks/06-cache-policy.ipynb", "extended-key should-cache")]
    public void It_takes_the_name_of_an_exercise_or_of_a_notebook(string name, string exercises)
    {
        Choice choice = Choice.Of(name);
        Assert.Equal(exercises, string.Join(' ', choice.Exercises.Select(e => e.Id)));
        Assert.Null(choice.Problem);
    }

    [Theory]
    [InlineData("cach-key")]
    [InlineData("00-start-here")]
    [InlineData("")]
    public void To_any_other_name_it_answers_with_those_that_there_are(string name)
    {
        Choice choice = Choice.Of(name);
        Assert.Empty(choice.Exercises);
        Assert.Contains(name, choice.Problem, StringComparison.Ordinal);
        Assert.All(Exercises.Course.Exercises, e => Assert.Contains(e.Id, choice.Problem, StringComparison.Ordinal));
        Assert.All(Exercises.Course.Exercises, e => Assert.Contains(e.Notebook, choice.Problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 7, "")]
    [InlineData("--server dotnettestcli", 7, "--server dotnettestcli")]
    [InlineData("--only cache-key --server dotnettestcli", 1, "--server dotnettestcli")]
    [InlineData("--timeout 5m --only cache-key", 1, "--timeout 5m")]
    [InlineData("--only --server dotnettestcli", 0, "--server dotnettestcli")]
    [InlineData("--only", 0, "")]
    public void It_is_taken_out_of_the_arguments_and_the_others_stay(string line, int exercises, string rest)
    {
        string[] args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(exercises, Choice.TakeFrom(ref args, _ => false).Exercises.Count);
        Assert.Equal(rest, string.Join(' ', args));
    }
}
