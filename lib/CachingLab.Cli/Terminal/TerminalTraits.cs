using System.Text;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>What the terminal can do.</summary>
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

    // .NET writes UTF-8 even when the locale uses another encoding, and the terminal may then show wrong characters.
    private static bool SpeaksUtf8()
    {
        if (OperatingSystem.IsWindows())
            return Console.OutputEncoding is UTF8Encoding;
        string? locale = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale is not null && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
