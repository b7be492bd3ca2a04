using System.Text.Json;

namespace CachingLab.Cli.Tests;

/// <summary>What is graded: verdicts, exit codes and reports.</summary>
public sealed class GradeTests : Desk
{
    [Theory]
    [InlineData(Right, 0, "passed", "")]
    [InlineData(Wrong, 1, "failed", "other-temperatures")]
    [InlineData("bool ShouldCache(LlmRequest r) => ;", 1, "compile error", "CS1525")]
    [InlineData("bool MayCache(LlmRequest r) => true;", 1, "compile error", "ShouldCache")]
    public async Task The_exit_code_says_whether_all_that_was_attempted_passes(string answer, int code, string status, string shown)
    {
        Submit("06-cache-policy.ipynb", answer);
        LabEnd end = await Lab.GradeAsync(Root, "06-cache-policy.ipynb");
        Assert.Equal((code, ""), (end.Code, end.Errors));
        Assert.Contains($"should-cache   {status}", end.Output, StringComparison.Ordinal);
        Assert.Contains(shown, end.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_attempted_is_nothing_failed()
    {
        Submit("06.ipynb", "bool ShouldCache(LlmRequest request) => throw new NotImplementedException();");
        LabEnd end = await Lab.GradeAsync(Root, "06.ipynb", "--quiet");
        Assert.Equal((0, "", ""), (end.Code, end.Output, end.Errors));
    }

    [Theory]
    [InlineData($"#!time\n{Right}\ndisplay(ShouldCache(new LlmRequest(\"m\", \"s\", \"u\")));", "Lines that begin with #!, #r or #load are left out of the answer")]
    [InlineData($"#r \"nuget: Humanizer\"\n{Right}\nHTML(\"<b>done</b>\")", "A line #r \"nuget: ...\" is left out of the answer: packages cannot be used here")]
    public async Task What_the_notebook_engine_gives_to_a_cell_refuses_no_answer(string answer, string note)
    {
        Submit("06.ipynb", answer);
        LabEnd end = await Lab.GradeAsync(Root, "06.ipynb");
        Assert.Equal(0, end.Code);
        string words = string.Join(' ', end.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(note, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_among_good_ones_is_a_row_and_the_rest_is_graded()
    {
        Submit("class/ada/06.ipynb", Right);
        Write("class/bob/06.ipynb", "{");
        Submit("class/cem/06.ipynb", Wrong);
        LabEnd end = await Lab.GradeAsync(Root, "class", "--quiet", "--json", "-", "--html", "class.html", "--csv", "class.csv", "--junit", "class.xml");
        Assert.Equal(2, end.Code);
        Assert.StartsWith("could not be graded: bob/06.ipynb: not JSON", end.ErrorLine, StringComparison.Ordinal);
        JsonElement root = JsonSerializer.Deserialize<JsonElement>(end.Output);
        Assert.Equal("cachinglab.grade/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            ["ada/06.ipynb:passed", "bob/06.ipynb:", "cem/06.ipynb:failed"],
            root.GetProperty("submissions").EnumerateArray().Select(s =>
                $"{s.GetProperty("path")}:{s.GetProperty("exercises").EnumerateArray().Select(e => e.GetProperty("status").GetString()).LastOrDefault()}"));
        Assert.Equal(["class", "class.csv", "class.html", "class.xml"], Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order());
        Assert.All(Directory.EnumerateFiles(Root), f => Assert.True(new FileInfo(f).Length > 100, $"{f} is empty"));
    }

    [Fact]
    public async Task The_record_names_the_course_the_source_and_the_closed_list_of_requirements()
    {
        Submit("06.ipynb", Right);
        LabEnd end = await Lab.GradeAsync(Root, "06.ipynb", "--json", "out.json", "--quiet");
        Assert.Equal((0, "", ""), (end.Code, end.Output, end.Errors));
        JsonElement root = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(Path.Combine(Root, "out.json"), TestContext.Current.CancellationToken));
        Assert.Matches(@"^\d+\.\d+\.\d+\+[0-9a-f]{8}$", root.GetProperty("course").GetString());
        Assert.True(root.TryGetProperty("graded", out _));
        JsonElement exercise = root.GetProperty("submissions")[0].GetProperty("exercises")[1];
        Assert.Equal(Right, exercise.GetProperty("source").GetString());
        Assert.Equal(
            ["zero-temperature", "negative-zero", "other-temperatures", "odd-temperatures", "limit-is-included", "over-the-limit", "both-prompts-count", "chars-not-bytes"],
            exercise.GetProperty("requirements").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_warm_up_of_the_first_notebook_is_no_exercise()
    {
        using var copy = new CourseCopy();
        copy.Write(Exercises.Course.WarmUp, "bool ShouldCache(LlmRequest request) => false;");
        LabEnd end = await Lab.GradeAsync(Root, copy.FileOf("00-start-here"), "--json", "-");
        Assert.Equal((0, ""), (end.Code, end.Errors));
        JsonElement row = JsonSerializer.Deserialize<JsonElement>(end.Output).GetProperty("submissions")[0];
        Assert.Equal(("00-start-here", 0), (row.GetProperty("notebook").GetString(), row.GetProperty("exercises").GetArrayLength()));
    }
}
