using System.Globalization;
using System.Text;
using Spectre.Console;

namespace CachingLab.Cli.Boards;

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
        string rest = Visible(text.ReplaceLineEndings(" "), board.Unicode);
        int room = Math.Max(board.Width - prefix.Length, LeastRoom);
        while (rest.Length > room)
        {
            int cut = rest.LastIndexOf(' ', room);
            int end = rest.IndexOf(' ', cut + 1);
            if (end < 0)
                end = rest.Length;
            if (end - (cut + 1) > room)
            {
                int lines = (end + room - 1) / room;
                cut = Math.Max(cut, (end + lines - 1) / lines);
            }

            yield return new StyledLine((prefix + rest[..cut]).TrimEnd(), style);
            (prefix, rest) = (new string(' ', prefix.Length), rest[cut..].TrimStart(' '));
        }

        yield return new StyledLine((prefix + rest).TrimEnd(), style);
    }

    // A learner's text must not send commands to the terminal, nor hide or reorder what stands around it.
    private static string Visible(string line, bool unicode)
    {
        if (!line.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return line;
        var shown = new StringBuilder();
        foreach (char c in line)
        {
            bool unfit = char.IsControl(c) || c is (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') || (!unicode && c > '~');
            _ = unfit ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : shown.Append(c);
        }

        return shown.ToString();
    }
}
