using System.Text.RegularExpressions;

namespace CachingLab.Cli.Tests;

/// <summary>Reports of a class that several machines graded.</summary>
public sealed partial class ReportTests : Desk
{
    [Fact]
    public async Task Parts_of_a_class_make_the_reports_of_one_run()
    {
        Submit("class/ada/06.ipynb", Right);
        Submit("class/bob/06.ipynb", Wrong);
        Write("class/cem/06.ipynb", "{");
        Directory.CreateDirectory(Path.Combine(Root, "class", "dan"));
        Write("roster.csv", "id,name\nada,Ada\neva,Eva\n");
        string[] reports = ["--html", "--csv", "--csv-long", "--junit", "--markdown", "--moodle", "--canvas", "--json"];
        LabEnd whole = await Lab.GradeAsync(Root, ["class", "--seed", "5", "--roster", "roster.csv", .. reports.SelectMany(r => (string[])[r, $"whole{r}"])]);
        for (int part = 1; part <= 3; part++)
            await Lab.GradeAsync(Root, "class", "--seed", "5", "--shard", $"{part}/3", "--json", $"{part}.json", "--quiet");
        LabEnd merged = await Lab.RunAsync(
            Root, ["report", "3.json", "1.json", "2.json", "--roster", "roster.csv", .. reports.SelectMany(r => (string[])[r, $"merged{r}"])]);

        // On a busy machine the grading tells its progress on stderr too.
        Assert.Equal((whole.Code, whole.Errors.TrimEnd().Split('\n')[^1]), (merged.Code, merged.Errors.TrimEnd()));
        Assert.Equal(Timeless(whole.Output), Timeless(merged.Output));
        Assert.All(reports, r => Assert.Equal(
            Timeless(File.ReadAllText(Path.Combine(Root, $"whole{r}"))), Timeless(File.ReadAllText(Path.Combine(Root, $"merged{r}")))));
        Assert.Contains("eva", await File.ReadAllTextAsync(Path.Combine(Root, "merged--csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report none.json", "none.json: there is no such file")]
    [InlineData("report text.json", "text.json: this is no record of 'lab grade --json': This is not a grade report of schema cachinglab.grade/1 (its schema: none).")]
    [InlineData("grade class --shard 5/4", "--shard 5/4: give a part and the number of parts, as 1/4")]
    [InlineData("grade class --shard 1/4 --roster roster.csv", "--roster and --shard: a part does not know who handed in elsewhere; give the roster to 'lab report'")]
    public async Task A_call_that_is_wrong_says_so_in_one_line(string call, string line)
    {
        Submit("class/ada/06.ipynb", Right);
        Write("text.json", "{}");
        Write("roster.csv", "id,name\nada,Ada\n");
        LabEnd end = await Lab.RunAsync(Root, call.Split(' '));
        Assert.Equal((2, line, ""), (end.Code, end.ErrorLine, end.Output));
    }

    // What an answer took, and when it was graded. A file's own time of writing is the same in both.
    private static string Timeless(string text) => Seconds().Replace(Days().Replace(text, "0"), "0");

    [GeneratedRegex("""\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?""")]
    private static partial Regex Days();

    [GeneratedRegex("""\b\d+\.\d+ ?s\b|(?<="seconds": )[\d.]+|(?<=\btime=")[\d.]+|(?<=(?:,\d+){4},)\d+(?:\.\d+)?(?=,)""")]
    private static partial Regex Seconds();
}
