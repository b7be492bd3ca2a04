using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Course.Tests.Shared;
using CachingLab.Notebooks;

namespace CachingLab.Course.Tests.Rules;

/// <summary>The minutes are the same wherever they are said, and add up to what the course promises.</summary>
public sealed partial class MinutesTests
{
    public static IEnumerable<TheoryDataRow<string>> Names => CourseFiles.NameRows;

    [Fact]
    public void Each_part_of_the_course_takes_75_to_120_minutes() => Assert.All(Exercises.Course.Parts, part =>
    {
        Assert.InRange(part.Minutes, 75, 120);
        Assert.InRange(part.Notebooks.Sum(n => ReadingTime.MinutesOf(CourseFiles.Pristine(n.Name))), 75, 120);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_s_minutes_are_what_its_reading_and_its_answers_take(string name)
    {
        double minutes = ReadingTime.MinutesOf(CourseFiles.Pristine(name));
        int stated = Exercises.Course.Notebooks.Single(n => n.Name == name).Minutes;
        Assert.True(Math.Round(minutes, MidpointRounding.AwayFromZero) == stated, FormattableString.Invariant($"{stated} minutes are stated, it takes {minutes:0.00}"));
    }

    [Fact]
    public void Every_step_has_its_minutes_and_nothing_else_has() =>
        Assert.All(Exercises.Course.Steps, s => Assert.InRange(s.AnswerMinutes, 1, 20));

    [Theory]
    [InlineData("One two, *three* - and [four](https://five.six).", 5, 0)]
    [InlineData("<img alt=\"not seen\">\n\n- seen\n\n```text\nseen too\n```", 3, 0)]
    [InlineData("<details><summary>Seen?</summary>Not seen.</details>", 1, 0)]
    [InlineData("Two words\n\n```csharp\nint i = 1;\n\ni++;\n```", 2, 2)]
    [InlineData("<details><summary>Seen</summary>\n\n```csharp\nint i = 1;\n```\n</details>", 1, 0)]
    public void Reading_time_counts_what_is_seen(string markdown, int words, int lines)
    {
        var notebook = Notebook.Create("99-none", [Cell.Markdown("a", markdown)]);
        Assert.Equal((words / 220.0) + (lines / 10.0), ReadingTime.MinutesOf(notebook), 6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_s_first_cell_says_its_title_and_its_minutes(string name)
    {
        Exercises.CourseNotebook notebook = Exercises.Course.Notebooks.Single(n => n.Name == name);
        string[] lines = CourseFiles.Solved(name).Cells[0].Source.Split('\n');
        Assert.Equal($"# {name[..2]} · {notebook.Title}", lines[0]);
        Assert.StartsWith($"**{notebook.Minutes} minutes** · ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_week_in_notebook_00_is_part_one()
    {
        string week = CourseFiles.Solved(CourseFiles.Names[0]).Find("a-report")!.Source;
        Assert.Equal(
            Exercises.Course.PartOne.Notebooks.Skip(1).Select(n => (n.Name.Replace('-', ' '), n.Minutes)),
            WeekRow().Matches(week).Select(r => (r.Groups["name"].Value, int.Parse(r.Groups["minutes"].Value, CultureInfo.InvariantCulture))));
    }

    [GeneratedRegex("""Notebook = "(?<name>[^"]+)".*Minutes = (?<minutes>\d+)""")]
    private static partial Regex WeekRow();
}
