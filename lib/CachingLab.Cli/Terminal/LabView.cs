using CachingLab.Cli.State;
using CachingLab.Grading.Records;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>Everything that the screen shows.</summary>
/// <param name="Course">The board.</param>
internal sealed record LabView(CourseState Course)
{
    /// <summary>A page that replaces the board until a key is pressed, or null.</summary>
    public Action<IAnsiConsole>? Page { get; init; }

    /// <summary>A note between the board and the report, such as a hint, or null.</summary>
    public Action<IAnsiConsole>? Note { get; init; }

    /// <summary>A question that waits for y or n, or null.</summary>
    public string? Question { get; init; }

    /// <summary>The current activity in a few words, or empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>How many lines below the board are scrolled out of view.</summary>
    public int Scroll { get; init; }

    /// <summary>The status, or else the exercise that is being checked.</summary>
    public string StatusText(BoardStyle style) => Status.Length == 0 && Course.Checking.Select(Exercises.Course.StepOf).FirstOrDefault() is { } checking
        ? $"checking {checking.Title}{style.Ellipsis}"
        : Status;

    /// <summary>Whether only the report of a passing answer is below the board. What is next matters more then.</summary>
    public bool IsPassed => Note is null && Focused?.Status is GradeStatus.Passed;

    /// <summary>Writes what is below the board.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="style">What the terminal can show.</param>
    /// <param name="brief">Whether the report only counts what is met.</param>
    public void WriteBelow(IAnsiConsole console, BoardStyle style, bool brief)
    {
        if (Note is not null)
        {
            Note(console);
            console.WriteLine();
        }

        if (Focused is { } record && CourseState.HasReport(record))
        {
            foreach (StyledLine line in ReportLines.Of(record, style, brief))
                console.Write(new Text(line.Text + "\n", line.Style));
        }
        else if (Course.IsFresh && Note is null)
        {
            foreach (StyledLine line in StyledLine.Wrap("", Greeting, Style.Plain, style with { Width = Math.Min(style.Width, GreetingWidth) }))
                console.Write(new Text(line.Text + "\n"));
        }
    }

    private ExerciseRecord? Focused => Course.Focus is { } focus ? Course.Records.GetValueOrDefault(focus.Id) : null;

    /// <summary>The keys, in a line that fits 60 columns.</summary>
    public const string Keys = "[h]int [r]eset [s]olution [l]ist [o]pen report [?] [q]uit";

    private const int GreetingWidth = 80;
    private const string Greeting =
        "Welcome! Leave this open beside your editor. Open the first notebook, read, run its cells, and write the answers "
        + "that its exercises ask for. Each time you save a notebook, what you changed is checked, and the report appears here.";
}
