using CachingLab.Cli.Boards;
using Spectre.Console;

namespace CachingLab.Cli.Terminals;

/// <summary>What is to be seen at one moment.</summary>
/// <param name="Course">The board.</param>
internal sealed record LabView(CourseState Course)
{
    /// <summary>In place of the board, until a key is pressed; or null.</summary>
    public Action<IAnsiConsole>? Page { get; init; }

    /// <summary>Between the board and the report, such as a hint; or null.</summary>
    public Action<IAnsiConsole>? Note { get; init; }

    /// <summary>A question that waits for y or n, or null.</summary>
    public string? Question { get; init; }

    /// <summary>What goes on, in a few words; may be empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>How many lines of what lies below the board were scrolled away.</summary>
    public int Scroll { get; init; }

    /// <summary>What lies below the board.</summary>
    public void WriteBelow(IAnsiConsole console, BoardStyle style)
    {
        if (Note is not null)
        {
            Note(console);
            console.WriteLine();
        }

        if (Course.Focus is { } focus && Course.Records.GetValueOrDefault(focus.Id) is { } record && CourseState.HasReport(record))
        {
            foreach (string line in ReportText.Of(record, style))
                console.Write(new Text(line + "\n", StyleOf(line)));
        }
        else if (Course.IsFresh && Note is null)
        {
            console.Write(new Text(Greeting));
        }
    }

    /// <summary>The keys, in a line that fits 60 columns.</summary>
    public const string Keys = "[h]int [r]eset [s]olution [l]ist [o]pen report [?] [q]uit";

    private const string Greeting =
        "Welcome! Leave this open beside your editor.\n"
        + "Open the first notebook, read, run its cells, and write the answers\n"
        + "that its exercises ask for. Each time you save a notebook, what you\n"
        + "changed is checked, and the report appears here.\n";

    private static Style StyleOf(string line) => line.TrimStart() switch
    {
        var l when l.StartsWith("[ok]", StringComparison.Ordinal) => new Style(Color.Green),
        var l when l.StartsWith("[no]", StringComparison.Ordinal) => new Style(Color.Red),
        var l when l.StartsWith("[--]", StringComparison.Ordinal) => new Style(Color.Grey),
        _ => Style.Plain,
    };
}
