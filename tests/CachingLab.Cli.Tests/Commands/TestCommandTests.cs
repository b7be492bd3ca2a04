using CachingLab.Cli.Commands;
using CachingLab.Exams;

namespace CachingLab.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private static readonly Exercise Policy = Records.Exercise("should-cache");
    private readonly CourseCopy course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public async Task A_word_that_means_no_exercise_is_bad_input() => Assert.Equal((2, ""), await RunAsync("nonsense"));

    [Fact]
    public async Task One_exercise_is_checked_and_its_report_says_where_it_is_and_how_an_earlier_answer_comes_back()
    {
        (int code, string output) = await RunAsync("should-cache");
        Assert.Equal(0, code);
        Assert.StartsWith("notebooks/06-cache-policy.ipynb, under \"Your turn: the policy\"\nThe cache policy: not attempted yet\n", output, StringComparison.Ordinal);

        course.Write(Policy, course.Solution(Policy));
        (code, output) = await RunAsync("should-cache");
        Assert.Equal(0, code);
        Assert.Contains("all 8 requirements met", output, StringComparison.Ordinal);
        Assert.DoesNotContain("restore", output, StringComparison.Ordinal);

        course.Write(Policy, "bool ShouldCache(LlmRequest request) => ;");
        (code, output) = await RunAsync("should-cache");
        Assert.Equal(1, code);
        Assert.StartsWith("The cache policy: 06-cache-policy.ipynb, under \"Your turn: the policy\"", output, StringComparison.Ordinal);
        Assert.EndsWith($"an earlier answer of yours passed: '{LabCall.Name} restore should-cache' puts it back\n", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(string word)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (await TestCommand.RunAsync(course.Open(), word, output, TestContext.Current.CancellationToken), output.ToString());
    }
}
