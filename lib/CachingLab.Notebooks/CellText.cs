namespace CachingLab.Notebooks;

/// <summary>The text of cells: how files split it, and when two texts count as the same.</summary>
internal static class CellText
{
    private const int Compared = 4000;

    /// <summary>The text with LF for every CRLF and CR.</summary>
    public static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    /// <summary>The text as the list that VS Code and Jupyter write: each line with its LF, no empty last line.</summary>
    public static IEnumerable<string> SourceLines(string source)
    {
        int start = 0;
        while (start < source.Length)
        {
            int end = source.IndexOf('\n', start);
            end = end < 0 ? source.Length : end + 1;
            yield return source[start..end];
            start = end;
        }
    }

    /// <summary>The text without white space at line ends and around the whole.</summary>
    public static string Normalize(string source) =>
        string.Join('\n', source.Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    /// <summary>Whether two texts are the same but for white space.</summary>
    public static bool SameButForWhiteSpace(string a, string b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && char.IsWhiteSpace(a[i]))
                i++;
            while (j < b.Length && char.IsWhiteSpace(b[j]))
                j++;
            if (i == a.Length || j == b.Length)
                return i == a.Length && j == b.Length;
            if (a[i++] != b[j++])
                return false;
        }
    }

    /// <summary>The three-letter pieces of a text's first 4,000 characters: what <see cref="Likeness"/> compares.</summary>
    public static HashSet<ulong> Pieces(string source)
    {
        string text = string.Join(' ', source[..Math.Min(source.Length, Compared)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var pieces = new HashSet<ulong>();
        for (int i = 0; i + 3 <= text.Length; i++)
            pieces.Add(((ulong)text[i] << 32) | ((ulong)text[i + 1] << 16) | text[i + 2]);
        return pieces;
    }

    /// <summary>How alike two texts are: 0 nothing in common, 1 the same pieces.</summary>
    public static double Likeness(HashSet<ulong> a, HashSet<ulong> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
