using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Exercises;

namespace CachingLab.Course.Tests;

/// <summary>The minutes are the same wherever they are said, and add up to what the course promises.</summary>
public sealed partial class MinutesTests
{
    public static IEnumerable<TheoryDataRow<string>> Names => CourseFiles.NameRows;

    [Fact]
    public void The_whole_course_takes_75_to_120_minutes() => Assert.InRange(Exercises.Course.Notebooks.Sum(n => n.Minutes), 75, 120);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_s_first_cell_says_its_title_and_its_minutes(string name)
    {
        CourseNotebook notebook = Exercises.Course.Notebooks.Single(n => n.Name == name);
        string[] lines = CourseFiles.Solved(name).Cells[0].Source.Split('\n');
        Assert.Equal($"# {name[..2]} · {notebook.Title}", lines[0]);
        Assert.StartsWith($"**{notebook.Minutes} minutes** · ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_week_in_notebook_00_is_the_course()
    {
        string week = CourseFiles.Solved(CourseFiles.Names[0]).Find("a-report")!.Source;
        Assert.Equal(
            Exercises.Course.Notebooks.Skip(1).Select(n => (n.Name.Replace('-', ' '), n.Minutes)),
            WeekRow().Matches(week).Select(r => (r.Groups["name"].Value, int.Parse(r.Groups["minutes"].Value, CultureInfo.InvariantCulture))));
    }

    [GeneratedRegex("""Notebook = "(?<name>[^"]+)".*Minutes = (?<minutes>\d+)""")]
    private static partial Regex WeekRow();
}
