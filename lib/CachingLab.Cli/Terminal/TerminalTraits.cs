using System.Text;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>What the terminal can do.</summary>
/// <param name="Interactive">Whether somebody sits there: neither input nor output is redirected.</param>
/// <param name="Ansi">Whether the cursor can be moved.</param>
/// <param name="Colours">Which colours there are.</param>
/// <param name="Unicode">Whether letters beyond ASCII show.</param>
internal sealed record TerminalTraits(bool Interactive, bool Ansi, ColorSystem Colours, bool Unicode)
{
    private const int MostColumns = 80;

    /// <summary>How wide plain lines may be: as the terminal, and in a file as in a usual one.</summary>
    public static int Columns => Console.IsOutputRedirected ? MostColumns : Math.Clamp(Console.WindowWidth, 20, MostColumns);

    /// <summary>Asks the environment.</summary>
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

    // .NET writes UTF-8 also where the locale is not; then the terminal may show it as noise.
    private static bool SpeaksUtf8()
    {
        if (OperatingSystem.IsWindows())
            return Console.OutputEncoding is UTF8Encoding;
        string? locale = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale is not null && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
