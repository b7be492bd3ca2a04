namespace CachingLab.Notebooks;

/// <summary>Splits and compares the texts of cells.</summary>
internal static class CellText
{
    private const int Compared = 4000;

    /// <summary>The text with LF for every CRLF and CR.</summary>
    public static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    /// <summary>The text as the list of lines that VS Code and Jupyter write: each with its LF, without an empty last line.</summary>
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

    /// <summary>The text without white space at line ends and without empty lines at both ends.</summary>
    public static string Normalize(string source) =>
        string.Join('\n', source.Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    /// <summary>Whether two texts differ only in white space.</summary>
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

    /// <summary>The three-character pieces of a text's first 4,000 characters, for <see cref="Likeness"/>.</summary>
    public static HashSet<ulong> Pieces(string source)
    {
        string text = string.Join(' ', source[..Math.Min(source.Length, Compared)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var pieces = new HashSet<ulong>();
        for (int i = 0; i + 3 <= text.Length; i++)
            pieces.Add(((ulong)text[i] << 32) | ((ulong)text[i + 1] << 16) | text[i + 2]);
        return pieces;
    }

    /// <summary>The similarity of two texts, from 0 (no common pieces) to 1 (the same pieces).</summary>
    public static double Likeness(HashSet<ulong> a, HashSet<ulong> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
