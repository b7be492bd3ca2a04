using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Records;
using Spectre.Console;

namespace CachingLab.Cli.Tests.Terminal;

public sealed class BoardTests
{
    private static readonly CourseState Middle = (CourseState.Empty(CourseFolder.Find(AppContext.BaseDirectory)) with { Checking = ["request-log"] })
        .With(Records.Passed("cache-key"), show: false)
        .With(Records.Failed("memory-cache"), show: true)
        .With(Records.HalfWritten("file-cache"), show: false);

    [Theory]
    [InlineData(80, true)]
    [InlineData(80, false)]
    [InlineData(60, true)]
    [InlineData(60, false)]
    public void The_board_fits_and_holds_one_line_an_exercise(int width, bool unicode)
    {
        string[] lines = Lines(Middle, width, unicode);

        Assert.All(lines, l => Assert.True(l.Length <= width, $"{l.Length} columns: {l}"));
        Assert.All(Course.PartOneSteps, e => Assert.Single(lines, l => l.Contains($" {e.Title} ", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l == "Next: notebooks/02-memory-cache.ipynb, under \"Your turn\"");
        Assert.Contains(lines, l => l.Contains("1 of 7 exercises pass", StringComparison.Ordinal));
    }

    [Fact]
    public void Part_two_is_one_line_until_it_is_asked_for()
    {
        string title = Course.PartTwo.Title;
        Exercise first = Course.PartTwo.Exercises[0];
        string[] before = Lines(Middle, 80, unicode: true);
        string[] asked = Lines(Middle with { AllParts = true }, 80, unicode: true);

        Assert.Single(before, l => l.StartsWith($" {title}: {Course.PartTwo.Notebooks.Count} notebooks, {Course.PartTwo.Minutes} minutes", StringComparison.Ordinal));
        Assert.DoesNotContain(before, l => l.Contains($" {first.Title} ", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, l => l.Contains(title, StringComparison.Ordinal));
        Assert.All(Course.Steps, e => Assert.Single(asked, l => l.Contains($" {e.Title} ", StringComparison.Ordinal)));
        Assert.Contains(asked, l => l.Contains($"1 of {Course.Exercises.Count} exercises pass", StringComparison.Ordinal));
    }

    [Fact]
    public void Once_part_one_passes_it_is_the_line_and_part_two_the_table()
    {
        CourseState state = Course.PartOne.Exercises.Aggregate(Middle, (s, e) => s.With(Records.Passed(e.Id), show: false));
        string[] lines = Lines(state, 80, unicode: true);

        Assert.Contains(" Part one: all 7 exercises pass", lines);
        Assert.All(Course.PartTwo.Exercises, e => Assert.Single(lines, l => l.Contains($" {e.Title} ", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith($"Next: notebooks/{Course.PartTwo.Notebooks[0].Name}.ipynb", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exercise_of_part_two_that_is_begun_counts()
    {
        string[] lines = Lines(Middle.With(Records.Failed(Course.PartTwo.Exercises[0].Id), show: false), 80, unicode: true);

        Assert.Matches(" failing ", Row(lines, Course.PartTwo.Exercises[0].Title));
        Assert.Contains(lines, l => l.Contains($"1 of {Course.Exercises.Count} exercises pass", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_state_has_its_own_word_and_mark()
    {
        string[] lines = Lines(Middle, 80, unicode: false);

        Assert.Matches($@"^ \+ .*passed +{Points("cache-key")}$", Row(lines, "The cache key"));
        Assert.Matches($@"^ x .*failing +{Points("memory-cache")}$", Row(lines, "The memory cache"));
        Assert.Matches($@"^ ~ .*in progress +{Points("file-cache")}$", Row(lines, "The file cache"));
        Assert.Matches(@"^ \. .*checking\.\.\.$", Row(lines, "The request log"));
        Assert.Matches(@"^ \. .*not attempted$", Row(lines, "The cached call"));
    }

    [Fact]
    public void Without_unicode_nothing_beyond_ascii_is_written()
    {
        var view = new LabView(Middle);
        IReadOnlyList<string> frame = new Frame(Plain(unicode: false)).Compose(view, 80, 40);

        Assert.All(frame, l => Assert.True(l.All(c => c is >= ' ' and <= '~'), l));
    }

    [Fact]
    public void The_row_of_the_warm_up_says_that_it_is_not_one_of_the_exercises_counted()
    {
        string[] lines = Lines(Middle.With(Records.Passed("warm-up"), show: false), 60, unicode: true);

        Assert.EndsWith("passed         not counted", Row(lines, "Warm-up, red to green"), StringComparison.Ordinal);
        Assert.Single(lines, l => l.Contains("not counted", StringComparison.Ordinal));
    }

    [Fact]
    public void Code_is_whole_where_it_is_to_be_copied_and_where_it_is_cut_the_report_says_what_shows_it_whole()
    {
        string code = $"MakeCacheKey(\"{string.Join(' ', Enumerable.Repeat("word", 30))}\")";
        ExerciseRecord record = Records.Failed("cache-key");
        Verdict first = record.Requirements[0] with { Counterexample = new("a", "b", "c", code) };
        record = record with { Requirements = [first, .. record.Requirements.Skip(1)] };
        var style = new BoardStyle(60, Unicode: true);
        string[] whole = [.. ReportLines.Of(record, style, brief: true, wholeCode: true).Select(l => l.Text)];
        string[] cut = [.. ReportLines.Of(record, style, brief: true).Select(l => l.Text)];

        Assert.Contains("      " + code, whole);
        Assert.DoesNotContain(whole, l => l.Contains($"{LabCall.Name} grade", StringComparison.Ordinal));
        Assert.All(cut, l => Assert.InRange(l.Length, 0, 60));
        Assert.Contains($"{LabCall.Name} grade notebooks/01-cache-key.ipynb", string.Join(' ', cut.Select(l => l.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_cannot_send_commands_to_the_terminal()
    {
        IEnumerable<string> lines = ReportLines.Of(Records.Failed("cache-key"), new BoardStyle(60, Unicode: true), brief: false).Select(l => l.Text);

        Assert.DoesNotContain(lines, l => l.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("\\u001b[2J", StringComparison.Ordinal) && l.Contains('\u00e9', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(60, 24)]
    [InlineData(60, 12)]
    [InlineData(20, 5)]
    public void A_frame_is_exactly_as_high_as_the_terminal_and_ends_with_the_keys(int width, int height)
    {
        IReadOnlyList<string> frame = new Frame(Plain(unicode: true)).Compose(new LabView(Middle), width, height);

        Assert.Equal(height, frame.Count);
        Assert.StartsWith("[h]int", frame[^1], StringComparison.Ordinal);
        Assert.All(frame, l => Assert.True(l.Length <= width, l));
    }

    [Fact]
    public void The_same_view_is_written_once()
    {
        using var output = new StringWriter();
        using var screen = new FullScreen(Plain(unicode: true), output, () => (80, 24));
        screen.Show(new LabView(Middle));
        int length = output.ToString().Length;

        screen.Show(new LabView(Middle));

        Assert.Equal(length, output.ToString().Length);
    }

    [Fact]
    public void A_terminal_without_cursor_gets_no_escapes_and_no_view_twice()
    {
        using var output = new StringWriter();
        using var screen = new LineScreen(Plain(unicode: false), output, () => 80);
        CourseState rested = Middle with { Checking = [] };
        screen.Show(new LabView(Middle));
        screen.Show(new LabView(rested));
        screen.Show(new LabView(rested) { Status = "saving 01-cache-key.ipynb" });

        string text = output.ToString();
        Assert.DoesNotContain('\u001b', text);
        Assert.Equal(2, text.Split("Next: notebooks").Length);
    }

    private static string Points(string id)
    {
        ExerciseRecord record = Middle.Records[id];
        return $@"{record.Points}/{record.Of} \+{record.StretchPoints}";
    }

    private static string Row(string[] lines, string title) => Assert.Single(lines, l => l.Contains($" {title} ", StringComparison.Ordinal));

    private static TerminalTraits Plain(bool unicode) => new(Interactive: false, Ansi: false, ColorSystem.NoColors, unicode);

    private static string[] Lines(CourseState state, int width, bool unicode) =>
        [.. Plain(unicode).Lines(c => c.Write(BoardView.Of(state, new BoardStyle(width, unicode))), width)];
}
