namespace CachingLab.Reports;

/// <summary>Text cut into lines at its spaces.</summary>
public static class WrappedText
{
    /// <summary>The lines of a text, at least one. Runs of spaces within a line are kept: evidence can differ by one.</summary>
    /// <param name="text">The text; line ends in it count as spaces.</param>
    /// <param name="width">How many characters a line has at most.</param>
    /// <param name="longestWord">
    /// A longer word is cut, together with the text before it on the line, into lines of about equal length. A word longer than only the width gets a line
    /// to itself.
    /// </param>
    public static IEnumerable<string> Lines(string text, int width, int longestWord)
    {
        string? line = null;
        foreach (string word in text.ReplaceLineEndings(" ").Split(' '))
        {
            if (word.Length > longestWord)
            {
                string rest = line is null ? word : $"{line} {word}";
                int lines = (rest.Length + width - 1) / width;
                int size = (rest.Length + lines - 1) / lines;
                for (int cut = Math.Max(line?.Length ?? 0, size); rest.Length > width; cut = size)
                {
                    yield return rest[..cut].TrimEnd();
                    rest = rest[cut..].TrimStart(' ');
                }

                line = rest;
            }
            else if (line is not null && line.Length + 1 + word.Length > width)
            {
                yield return line.TrimEnd();
                line = word;
            }
            else
            {
                line = string.IsNullOrEmpty(line) ? word : $"{line} {word}";
            }
        }

        yield return line!.TrimEnd();
    }
}
