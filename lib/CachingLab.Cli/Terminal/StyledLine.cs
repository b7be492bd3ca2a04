using CachingLab.Exams;
using CachingLab.Reports;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>One line for a terminal.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Style">The style.</param>
internal readonly record struct StyledLine(string Text, Style Style)
{
    private const int LeastRoom = 8;

    /// <summary>Wraps a text at spaces to the board's width. A word that is too long is cut into lines of about equal length.</summary>
    /// <param name="prefix">The text before the first line; the others are indented as far.</param>
    /// <param name="text">The text; line ends in it count as spaces.</param>
    /// <param name="style">The style of the lines.</param>
    /// <param name="board">The width, and whether characters beyond ASCII can be shown.</param>
    public static IEnumerable<StyledLine> Wrap(string prefix, string text, Style style, BoardStyle board)
    {
        int room = Math.Max(board.Width - prefix.Length, LeastRoom);
        foreach (string line in WrappedText.Lines(CodeText.Visible(text.Replace('\t', ' '), ascii: !board.Unicode), room, room))
        {
            yield return new StyledLine((prefix + line).TrimEnd(), style);
            prefix = new string(' ', prefix.Length);
        }
    }
}
