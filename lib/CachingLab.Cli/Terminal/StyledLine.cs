using CachingLab.Exams;
using CachingLab.Reports;
using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>One line for a terminal.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct StyledLine(string Text, Style Style)
{
    private const int LeastRoom = 8;

    /// <summary>A text as lines of at most the board's width, cut at spaces. A word that fits no line is cut so that the lines are about equal.</summary>
    /// <param name="prefix">Stands before the first line; the others are indented as far.</param>
    /// <param name="text">The text; line ends in it count as spaces.</param>
    /// <param name="style">How the lines look.</param>
    /// <param name="board">The width, and whether letters beyond ASCII show.</param>
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
