namespace CachingLab.Cli.Terminal;

/// <summary>How much room the board takes.</summary>
internal enum BoardForm
{
    /// <summary>One line an exercise, with points.</summary>
    Full,

    /// <summary>Three lines: how many exercises pass, a mark for each, what is next.</summary>
    Short,

    /// <summary>One line: the marks.</summary>
    Line,
}
