namespace CachingLab.Cli.Commands;

/// <summary>Guesses which word was meant.</summary>
internal static class NearestWord
{
    /// <summary>The word with the smallest <see cref="Distance"/>; the first of several; null when there is no word.</summary>
    public static string? Of(string typed, IEnumerable<string> words) => words.MinBy(w => Distance(typed, w));

    /// <summary>The number of letters to insert, delete, replace or swap that turn one word into the other, whatever their case.</summary>
    public static int Distance(string a, string b)
    {
        (a, b) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        int[] before = new int[b.Length + 1], above = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above) = (above, row);
        }

        return above[b.Length];
    }
}
