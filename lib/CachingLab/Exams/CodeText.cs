using System.Globalization;
using System.Text;

namespace CachingLab.Exams;

/// <summary>Values as C# that can be pasted into a cell: ASCII only, long texts shortened to expressions.</summary>
public static class CodeText
{
    private const int LongRun = 24;
    private const int LongText = 400;

    /// <summary>The first line of <paramref name="text"/>, at most 200 characters.</summary>
    public static string FirstLine(string text)
    {
        string line = text.Split('\n', 2)[0].TrimEnd('\r');
        return line.Length <= 200 ? line : line[..199] + "\u2026";
    }

    /// <summary>
    /// <paramref name="text"/> with <c>\n</c> as its only line end, control characters and bidirectional overrides as <c>\u0000</c>, half a surrogate pair as U+FFFD.
    /// </summary>
    /// <param name="ascii">Whether letters beyond ASCII become escapes too: for terminals that cannot show them.</param>
    public static string Visible(string? text, bool ascii = false)
    {
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text ?? "";
        var shown = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (ascii && c > '~')
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                shown.Append(c).Append(text[++i]);
            else if (c == '\r')
                shown.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (char.IsSurrogate(c))
                shown.Append('\ufffd');
            else if (IsUnfit(c))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>The last line of <paramref name="text"/>, at most 200 characters: in code to paste, this is the call that is tested.</summary>
    public static string LastLine(string text) => FirstLine(text[(text.TrimEnd().LastIndexOf('\n') + 1)..].Trim());

    /// <summary>A C# expression for <paramref name="text"/>: <c>null</c>, a literal, or literals joined with <c>new string('a', 5000)</c>.</summary>
    public static string Literal(string? text)
    {
        if (text is null)
            return "null";
        var parts = new List<string>();
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length;)
        {
            int run = 1;
            while (i + run < text.Length && text[i + run] == text[i])
                run++;
            if (run >= LongRun)
            {
                if (plain.Length > 0)
                    parts.Add($"\"{plain}\"");
                plain.Clear();
                parts.Add($"new string('{Escape(text[i], '\'')}', {run})");
            }
            else
            {
                for (int n = 0; n < run; n++)
                    plain.Append(Escape(text[i], '"'));
            }

            i += run;
        }

        if (plain.Length > 0 || parts.Count == 0)
            parts.Add($"\"{plain}\"");
        return string.Join(" + ", parts);
    }

    /// <summary>A returned text for a report: <see cref="Literal(string)"/>, shortened when it is long.</summary>
    public static string Shown(string? text) =>
        text is { Length: > LongText } ? Literal(text[..LongText]) + $"\u2026 ({text.Length:N0} characters)" : Literal(text);

    /// <summary>A number as C# writes it.</summary>
    public static string Literal(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        0.0 when double.IsNegative(value) => "-0.0",
        _ => WithPoint(value.ToString("R", CultureInfo.InvariantCulture)),
    };

    // Left-to-right and right-to-left marks stay: names in Arabic and Hebrew use them.
    private static bool IsUnfit(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' or '\ufffe' or '\uffff';

    private static string WithPoint(string number) => number.AsSpan().IndexOfAny(".E") < 0 ? number + ".0" : number;

    private static string Escape(char c, char quote) => c switch
    {
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\0' => "\\0",
        _ when c == quote => "\\" + c,
        < ' ' or > '~' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
