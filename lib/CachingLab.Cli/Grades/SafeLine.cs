namespace CachingLab.Cli.Grades;

/// <summary>Text from outside on one line of a terminal.</summary>
internal static class SafeLine
{
    private const int Longest = 300;

    /// <summary>The text without control characters, cut where it is long.</summary>
    public static string Of(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "\u2026";
    }
}
