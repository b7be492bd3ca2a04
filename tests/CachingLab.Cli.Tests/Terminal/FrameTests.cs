using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using CachingLab.Reports;
using Spectre.Console;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>What fits on terminals of several sizes: the report comes first.</summary>
public sealed class FrameTests
{
    private static readonly CourseState Middle = new CourseState { Checking = ["request-log"] }
        .With(Records.Passed("warm-up"), show: false)
        .With(Records.Passed("cache-key"), show: false)
        .With(Records.HalfWritten("file-cache"), show: false);

    private static readonly ExerciseRecord Failing = Records.Failed("memory-cache", 2);

    [Theory]
    [InlineData(100, 30)]
    [InlineData(100, 14)]
    [InlineData(60, 24)]
    [InlineData(80, 10)]
    [InlineData(200, 60)]
    public void The_first_failure_is_seen_whole_with_the_counts_and_every_mark(int width, int height)
    {
        string[] lines = Compose(Middle.With(Failing, show: true), width, height);

        string headline = $"The memory cache: {Failing.Points} of {Failing.Of} requirements met, stretch {Failing.StretchPoints} of {Failing.StretchOf}";
        int report = Array.IndexOf(lines, headline);
        Assert.True(report >= 0, "no headline");
        Assert.Equal($"  [no] {Failing.Requirements[0].Title}", lines[report + 1]);
        Assert.Equal(
            ["    tried     MakeCacheKey(request) twice", "    got       \"a\\u001b[2J\" and \"\u00e9\"", "    expected  the same text"], lines[(report + 2)..(report + 5)]);
        string board = string.Concat(lines[..report]);
        Assert.Equal((2, 1), (board.Count(c => c is '\u2713'), board.Count(c => c is '\u2717')));
    }

    [Theory]
    [InlineData(100, 30)]
    [InlineData(100, 14)]
    [InlineData(60, 24)]
    [InlineData(80, 10)]
    public void On_the_first_day_the_board_the_greeting_and_what_is_next_fit(int width, int height)
    {
        string[] lines = Compose(new CourseState(), width, height);

        Assert.Contains(lines, l => l.Contains("0 of 7 exercises pass", StringComparison.Ordinal));
        Assert.Contains("Next: open notebooks/00-start-here.ipynb", lines);
        Assert.Contains(lines, l => l.StartsWith("Welcome!", StringComparison.Ordinal));
        Assert.DoesNotContain("more", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_fits_the_board_is_whole_and_met_requirements_are_listed_below_the_failure()
    {
        string[] lines = Compose(Middle.With(Failing, show: true), 200, 60);

        Assert.All(Course.PartOneSteps, e => Assert.Contains(lines, l => l.Contains($" {e.Title} ", StringComparison.Ordinal)));
        Assert.Equal(Failing.Points + Failing.StretchPoints, lines.Count(l => l.StartsWith("  [ok] ", StringComparison.Ordinal)));
        int lastNo = Array.FindLastIndex(lines, l => l.StartsWith("  [no] ", StringComparison.Ordinal));
        Assert.True(lastNo < Array.FindIndex(lines, l => l.StartsWith("  [ok] ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(100, 14)]
    [InlineData(60, 24)]
    public void In_a_short_terminal_met_requirements_are_counted_and_the_board_is_a_line_a_notebook_or_less(int width, int height)
    {
        string[] lines = Compose(Middle.With(Records.Failed("memory-cache", 4), show: true), width, height);

        Assert.DoesNotContain(lines, l => l.Contains("[ok]", StringComparison.Ordinal));
        Assert.InRange(Array.FindIndex(lines, l => l.StartsWith("The memory cache:", StringComparison.Ordinal)), 1, Course.PartOne.Notebooks.Count);
    }

    [Theory]
    [InlineData(100, 14, true)]
    [InlineData(60, 24, true)]
    [InlineData(100, 14, false)]
    [InlineData(60, 24, false)]
    [InlineData(80, 10, false)]
    public void When_the_answer_passes_what_is_next_is_seen_also_with_a_stretch_goal_open(int width, int height, bool stretch)
    {
        ExerciseRecord record = Records.Passed("memory-cache");
        Verdict open = Records.Failed("memory-cache").Requirements[0] with { Stretch = true };
        record = stretch ? record : record with { Requirements = [.. record.Requirements.Where(r => !r.Stretch), open] };
        string[] lines = Compose(Middle.With(record, show: true), width, height);

        Assert.Contains(lines, l => l.StartsWith($"The memory cache: all {Failing.Of} requirements met, stretch ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Next: notebooks/03-file-cache.ipynb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, 30)]
    [InlineData(100, 14)]
    [InlineData(60, 24)]
    public void Notes_and_what_the_code_printed_are_seen_also_when_it_passes(int width, int height)
    {
        ExerciseRecord record = Records.Passed("memory-cache") with
        {
            Notes = ["Cell 22 declares SimpleMemoryCache again and is left out."],
            Printed = new PrintedLines(765, ["hit \u001b[31m", "miss"]),
        };
        string[] lines = Compose(Middle.With(record, show: true), width, height);

        Assert.Contains(lines, l => l.StartsWith("note: Cell 22 declares SimpleMemoryCache again", StringComparison.Ordinal));
        int heading = Array.IndexOf(lines, "Your code printed 765 lines; the first 2:");
        Assert.Equal(["  hit \\u001b[31m", "  miss"], lines[(heading + 1)..(heading + 3)]);
        Assert.True(heading > Array.FindIndex(lines, l => l.StartsWith("The memory cache: all", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(100, 14)]
    [InlineData(60, 24)]
    public void What_waits_for_another_requirement_is_one_line(int width, int height)
    {
        ExerciseRecord record = Records.Failed("file-cache", 1);
        record = record with
        {
            Points = 0,
            Requirements = [record.Requirements[0], .. record.Requirements.Skip(1).Select(r => r with { Status = VerdictStatus.NotRun, Message = "judged once this is met: x" })],
        };
        string[] lines = Compose(Middle.With(record, show: true), width, height);

        Assert.Single(lines, l => l == $"  [--] {record.Of - 1} not judged: judged once this is met: x");
    }

    [Theory]
    [InlineData(100, 30)]
    [InlineData(60, 24)]
    [InlineData(100, 14)]
    public void Long_lines_of_a_page_are_rows_of_their_own_and_its_first_line_is_seen(int width, int height)
    {
        string code = "+         // " + string.Join(' ', Enumerable.Range(0, 30).Select(i => $"word{i}"));
        var view = new LabView(Middle)
        {
            Page = console =>
            {
                console.Write(new Text("Heading\n"));
                for (int i = 0; i < 3; i++)
                    console.Write(new CodeLine(code, Style.Plain, wrap: true));
            },
        };
        IReadOnlyList<string> lines = new Frame(Plain).Compose(view, width, height);

        Assert.Equal((height, "Heading"), (lines.Count, lines[0]));
        Assert.All(lines, l => Assert.InRange(l.Length, 0, width));
        Assert.StartsWith("+         // word0 word1", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("          word", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_report_scrolls_to_its_end_and_no_further()
    {
        CourseState course = Middle.With(Records.Failed("file-cache", 9), show: true);
        var screen = new Frame(Plain);
        IReadOnlyList<string> top = screen.Compose(new LabView(course), 80, 24);
        IReadOnlyList<string> end = screen.Compose(new LabView(course) { Scroll = 1000 }, 80, 24);

        Assert.Contains("\u2193 more", top[^2], StringComparison.Ordinal);
        Assert.Contains("(end)", end[^2], StringComparison.Ordinal);
        Assert.Equal("Random inputs drawn from seed 7.", end[^3]);
        Assert.Equal(top[0], end[0]);
    }

    private static TerminalTraits Plain { get; } = new(Interactive: false, Ansi: false, ColorSystem.NoColors, Unicode: true);

    private static string[] Compose(CourseState state, int width, int height)
    {
        string[] lines = [.. new Frame(Plain).Compose(new LabView(state), width, height)];
        Assert.Equal(height, lines.Length);
        Assert.All(lines, l => Assert.InRange(l.Length, 0, width));
        Assert.StartsWith("[h]int", lines[^1], StringComparison.Ordinal);
        return lines;
    }
}
