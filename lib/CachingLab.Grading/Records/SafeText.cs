using System.Globalization;
using CachingLab.Exams;

namespace CachingLab.Grading.Records;

/// <summary>Makes untrusted text safe to show: characters that could hide, reorder or break text become readable escapes.</summary>
public static class SafeText
{
    /// <summary>
    /// <paramref name="text"/> with <c>\n</c> as its only line end, control characters and bidirectional overrides
    /// as <c>\u0000</c>, half a surrogate pair as U+FFFD.
    /// </summary>
    public static string Visible(string? text) => CodeText.Visible(text);

    /// <summary><see cref="Visible"/> on one line, at most <paramref name="length"/> characters long.</summary>
    public static string Line(string? text, int length = 500) =>
        string.Join(' ', Visible(text?.Length > length ? Start(text, length) + '\u2026' : text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first <paramref name="length"/> characters, followed by the full length when the text is longer.</summary>
    public static string Cap(string? text, int length)
    {
        if (text is null || text.Length <= length)
            return text ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{Start(text, length)}\u2026 ({text.Length:N0} characters in all)");
    }

    /// <summary>
    /// The first lines of some code, at most <paramref name="length"/> characters, with a remark where all of it is when the code is longer.
    /// </summary>
    public static string Code(string code, int length, string where = "the check cell in the notebook shows all of it")
    {
        if (code.Length <= length)
            return code;
        int end = code.LastIndexOf('\n', length);
        return $"{(end < 0 ? "" : code[..(end + 1)])}// too long for here: {where}";
    }

    // Never half of a surrogate pair.
    private static string Start(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
