using CachingLab.Cli.Commands;
using CachingLab.Exams;

namespace CachingLab.Cli.Tests.Help;

public sealed class SolutionProviderTests : IDisposable
{
    private const string Passing =
        "bool ShouldCache(LlmRequest request)\n{\n    // mine\n    return request.Temperature == 0.0 && request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;\n}";

    private static readonly Exercise Policy = Records.Exercise("should-cache");
    private readonly CourseCopy course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public async Task Before_passing_only_a_peek_shows_it()
    {
        var console = new TestConsole(80);
        Assert.Equal(1, await Show("should-cache", false, console));
        Assert.Empty(console.Text);
        Assert.Equal(0, await Show("should-cache", true, console));
        Assert.Contains("return false;", console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("solution>", console.Text, StringComparison.Ordinal);
        Assert.Contains("    return request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;\n", console.Text, StringComparison.Ordinal);
        Assert.Contains("//   true exactly when the temperature equals 0.0 and system plus user prompt have at most 10,000 chars\n", console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("//|", console.Text, StringComparison.Ordinal);
        Assert.Equal(2, await Show("nonsense", true, console));
    }

    [Fact]
    public async Task Once_passed_it_is_compared_with_the_learners_own_also_after_a_reset_and_without_the_notebook()
    {
        course.Write(Policy, Passing);
        var narrow = new TestConsole(80);
        Assert.Equal(0, await Show("should-cache", false, narrow));
        Assert.Contains("-     // mine", narrow.Text, StringComparison.Ordinal);
        Assert.Contains("+     if (request.Temperature != 0.0)", narrow.Text, StringComparison.Ordinal);
        Assert.Contains("== is the exact question", narrow.Text, StringComparison.Ordinal);

        course.Write(Policy, "// all gone");
        var wide = new TestConsole(130);
        Assert.Equal(0, await Show("should-cache", false, wide));
        Assert.Contains(wide.Text.Split('\n'), l => l.Contains("- ", StringComparison.Ordinal) && l.Contains("+ ", StringComparison.Ordinal));
        Assert.All(wide.Text.Split('\n'), l => Assert.True(l.Length <= 130, l));

        File.Delete(course.FileOf("06-cache-policy"));
        var piped = new TestConsole(130, terminal: false);
        Assert.Equal(0, await Show("should-cache", false, piped));
        Assert.Contains("-     // mine", piped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_courses_own_answer_is_told_to_be_so()
    {
        course.Write(Policy, course.Solution(Policy) + "\n");
        var console = new TestConsole(80);
        Assert.Equal(0, await Show("should-cache", false, console));
        Assert.Contains("line for line", console.Text, StringComparison.Ordinal);
    }

    private Task<int> Show(string word, bool peek, TestConsole console) =>
        SolutionCommand.RunAsync(course.Open(), word, peek, console.Console, TestContext.Current.CancellationToken);
}
