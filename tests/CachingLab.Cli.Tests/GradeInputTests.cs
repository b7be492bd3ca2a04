using System.Text.Json;

namespace CachingLab.Cli.Tests;

/// <summary>What cannot be graded: exit code 2 and one line on stderr.</summary>
public sealed class GradeInputTests : Desk
{
    [Theory]
    [InlineData("notes.txt", "remember the milk", "not JSON")]
    [InlineData("x.ipynb", """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""", "not a copy of a notebook of this course")]
    public async Task A_file_that_is_no_notebook_of_the_course_is_one_line_and_a_row(string name, string text, string reason)
    {
        string file = Write(name, text);
        LabEnd end = await Lab.RunAsync(Root, "grade", file, "--json", "-");
        Assert.Equal(2, end.Code);
        Assert.Contains(name, end.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(reason, end.ErrorLine, StringComparison.Ordinal);
        JsonElement row = JsonSerializer.Deserialize<JsonElement>(end.Output).GetProperty("submissions")[0];
        Assert.Equal(["path", "notebook", "error", "exercises"], row.EnumerateObject().Select(p => p.Name));
        Assert.Equal((name, JsonValueKind.Null, 0), (row.GetProperty("path").GetString(), row.GetProperty("notebook").ValueKind, row.GetProperty("exercises").GetArrayLength()));
    }

    [Theory]
    [InlineData("missing.ipynb", "missing.ipynb: there is no such file or folder")]
    [InlineData("empty", "empty: there is no notebook (.ipynb or .verso) in it or in its folders")]
    [InlineData("--bogus", "--bogus: there is no such option or file; see lab grade --help")]
    [InlineData("--seconds=0", "--seconds 0: give a whole number from 1 to 3600")]
    [InlineData("--sandbox=maybe", "--sandbox maybe: give auto, require or off")]
    [InlineData("--learner=(?<id>x", "--learner (?<id>x: Invalid pattern '(?<id>x' at offset ")]
    [InlineData("--learner=x", "--learner x: it has no group (?<id>...) or (?<name>...) that says who the learner is")]
    [InlineData("--roster=none.csv", "--roster none.csv: there is no such file")]
    [InlineData("--roster=06.ipynb", "--roster 06.ipynb: no column is called id or name; there are: {")]
    [InlineData("--grading=06.ipynb", "--grading 06.ipynb: it is not as expected: The JSON property 'cells' could not be mapped")]
    [InlineData("--json=no/x.json", "--json no/x.json: the report cannot be written: the folder does not exist: create it first")]
    [InlineData("--html=empty", "--html empty: the report cannot be written: this is a folder: name a file")]
    public async Task A_call_that_is_wrong_says_so_before_anything_is_graded(string argument, string line)
    {
        Directory.CreateDirectory(Path.Combine(Root, "empty"));
        Submit("06.ipynb", Right);
        LabEnd end = await Lab.RunAsync(Root, "grade", "06.ipynb", argument);
        Assert.Equal((2, ""), (end.Code, end.Output));
        Assert.StartsWith(line, end.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_in_the_environment_that_is_no_number_is_one_line_and_not_another_seed()
    {
        Submit("06.ipynb", Right);
        LabEnd end = await Lab.RunAsync(Lab.Start(Root, ("LAB_SEED", "1e3"), "grade", "06.ipynb"));
        Assert.Equal((2, "LAB_SEED is '1e3': set it to a whole number, or remove it.", ""), (end.Code, end.ErrorLine, end.Output));
    }

    [Theory]
    [InlineData("grade", "06.ipynb")]
    [InlineData("--once")]
    public async Task A_temporary_folder_that_is_not_there_is_named_before_anything_is_graded(params string[] call)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the variable has another name there");
        Submit("06.ipynb", Right);
        string gone = Path.Combine(Root, "gone");
        LabEnd end = await Lab.RunAsync(Lab.Start(Root, ("TMPDIR", gone), call));
        Assert.Equal(2, end.Code);
        Assert.Equal(
            $"not graded, because the temporary folder {gone} (TMPDIR) is no folder, or cannot be reached: create it, or set TMPDIR to a folder that can be written",
            end.ErrorLine);
        Assert.Equal("", end.Output);
    }

    [Fact]
    public async Task Two_reports_cannot_share_a_place()
    {
        LabEnd end = await Lab.RunAsync(Root, "grade", "--json", "-", "--csv", "-");
        Assert.Equal((2, "--json and --csv both go to -: give each report a place of its own"), (end.Code, end.ErrorLine));
    }
}
