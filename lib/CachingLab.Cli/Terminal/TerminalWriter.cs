using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>Renders to the lines of a terminal, with the colours that it supports.</summary>
/// <param name="traits">What the terminal can do.</param>
internal sealed class TerminalWriter(TerminalTraits traits)
{
    /// <summary>The style of a board of that width.</summary>
    public BoardStyle Style(int width) => new(width, traits.Unicode);

    /// <summary>Renders to lines of at most <paramref name="width"/> columns.</summary>
    public IReadOnlyList<string> Lines(Action<IAnsiConsole> write, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = traits.Ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = (ColorSystemSupport)traits.Colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = traits.Unicode;
        console.Profile.Capabilities.Links = false;
        write(console);
        string[] lines = text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return traits.Ansi ? lines : [.. lines.Select(l => l.TrimEnd())];
    }
}
