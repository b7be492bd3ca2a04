using System.Text.Json;

namespace CachingLab.Cli.Tests;

/// <summary>What an instructor gives out after a grading: feedback, a summary, a result for Classroom 50.</summary>
public sealed class GivenOutTests : Desk
{
    [Fact]
    public async Task A_class_is_a_line_for_each_learner_and_feedback_and_a_summary_are_written()
    {
        Submit("class/ada/06.ipynb", Right);
        Submit("class/bo/06.ipynb", Wrong);
        LabEnd end = await Lab.GradeAsync(Root, "class", "--feedback", "out/feedback", "--markdown", "class.md");
        Assert.Equal(1, end.Code);
        Assert.Equal(["learner", "ada", "bo"], end.Output.Split('\n').Take(3).Select(l => l.Split(' ')[0]));
        Assert.DoesNotContain("tried", end.Output, StringComparison.Ordinal);
        Assert.EndsWith("Feedback: 2 pages in out/feedback\n", end.Output, StringComparison.Ordinal);
        Assert.Contains("| ada | 8/", await ReadAsync("class.md"), StringComparison.Ordinal);
        Assert.Contains("bool ShouldCache(LlmRequest r) =&gt; true;", await ReadAsync("out/feedback/bo/feedback.html"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Root, "out/feedback/ada/feedback.html")));

        Write("out/feedback/bo/feedback.html", "by hand");
        LabEnd refused = await Lab.GradeAsync(Root, "class", "--feedback", "out/feedback", "--verbose");
        Assert.Equal(2, refused.Code);
        Assert.StartsWith("--feedback out/feedback: the report could not be written: bo/feedback.html is there", refused.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("by hand", await ReadAsync("out/feedback/bo/feedback.html"));

        File.Delete(Path.Combine(Root, "out/feedback/bo/feedback.html"));
        LabEnd all = await Lab.GradeAsync(Root, "class", "--feedback", "out/feedback", "--verbose");
        Assert.Contains("tried", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_that_has_no_place_is_said_before_anything_is_graded()
    {
        Submit("06.ipynb", Right);
        Write("taken", "");
        LabEnd end = await Lab.RunAsync(Root, "grade", "06.ipynb", "--feedback", "taken");
        Assert.Equal((2, ""), (end.Code, end.Output));
        Assert.StartsWith("--feedback taken: no feedback can be written there: ", end.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classroom_50s_result_is_written_where_its_runner_says_what_is_graded()
    {
        Submit("06.ipynb", Wrong);
        LabEnd without = await Lab.RunAsync(Root, "grade", "06.ipynb", "--classroom50", "result.json");
        Assert.Equal((2, ""), (without.Code, without.Output));
        Assert.StartsWith("--classroom50 is for Classroom 50's autograder.py, which sets CLASSROOM,", without.ErrorLine, StringComparison.Ordinal);

        (string, string)[] variables =
            [("CLASSROOM", "c"), ("ASSIGNMENT", "a"), ("SUBMISSION_TAG", "submit/1"), ("COMMIT_URL", "https://e.example/1"), ("RELEASE_URL", "https://e.example/2")];
        LabEnd end = await Lab.RunAsync(Lab.Start(Root, variables, "grade", "06.ipynb", "--seconds", "120", "--classroom50", "result.json"));
        Assert.Equal((1, ""), (end.Code, end.Errors));
        JsonElement root = JsonSerializer.Deserialize<JsonElement>(await ReadAsync("result.json"));
        Assert.Equal(("classroom50/result/v1", "c"), (root.GetProperty("schema").GetString(), root.GetProperty("classroom").GetString()));
        Assert.Equal(root.GetProperty("max-score").GetInt32(), root.GetProperty("tests").GetArrayLength());
    }

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken);
}
