using System.Text;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>What the terminal can do, and the lines that it can show.</summary>
/// <param name="Interactive">Whether neither input nor output is redirected.</param>
/// <param name="Ansi">Whether the cursor can be moved.</param>
/// <param name="Colours">The supported colours.</param>
/// <param name="Unicode">Whether characters beyond ASCII can be shown.</param>
internal sealed record TerminalTraits(bool Interactive, bool Ansi, ColorSystem Colours, bool Unicode)
{
    private const int MostColumns = 80;

    /// <summary>The width of plain lines: the terminal's, or a usual one when the output is redirected.</summary>
    public static int Columns => Console.IsOutputRedirected ? MostColumns : Math.Clamp(Console.WindowWidth, 20, MostColumns);

    /// <summary>Detects the terminal's traits from the environment.</summary>
    public static TerminalTraits Detect()
    {
        Capabilities found = AnsiConsole.Console.Profile.Capabilities;
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        bool ansi = found.Ansi && !dumb && !Console.IsOutputRedirected;
        return new TerminalTraits(
            !Console.IsInputRedirected && !Console.IsOutputRedirected,
            ansi,
            noColour || !ansi ? ColorSystem.NoColors : found.ColorSystem,
            !dumb && SpeaksUtf8());
    }

    /// <summary>The style of a board of that width.</summary>
    public BoardStyle Style(int width) => new(width, Unicode);

    /// <summary>Renders to lines of at most <paramref name="width"/> columns.</summary>
    public IReadOnlyList<string> Lines(Action<IAnsiConsole> write, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = (ColorSystemSupport)Colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = Unicode;
        console.Profile.Capabilities.Links = false;
        write(console);
        string[] lines = text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return Ansi ? lines : [.. lines.Select(l => l.TrimEnd())];
    }

    // .NET writes UTF-8 even when the locale uses another encoding, and the terminal may then show wrong characters.
    private static bool SpeaksUtf8()
    {
        if (OperatingSystem.IsWindows())
            return Console.OutputEncoding is UTF8Encoding;
        string? locale = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale is not null && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
