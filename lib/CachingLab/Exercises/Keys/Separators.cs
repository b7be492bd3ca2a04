using System.Text.RegularExpressions;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>What a careless key puts between two texts, the most common first.</summary>
internal static partial class Separators
{
    private const int LongestFromCode = 40;
    private const int MostTexts = 24;
    private const int MostMarks = 12;
    private const int MostOfCode = 150;
    private const int MostSigns = 4;

    // Characters that people believe no prompt contains.
    private const string Rare =
        "\u0085\u00a0\u00a4\u00a6\u00a7\u00ac\u00ad\u00b0\u00b6\u00b7\u00bb\u00bf\u2016\u2020\u2021\u2022\u2023\u2026\u2028\u2029\u200b\u200d\u2060\u2063"
        + "\u2190\u2192\u21d2\u241e\u241f\u2502\u2503\u2551\u2588\u25a0\u25c6\u2603\u2605\u2620\u2713\u3001\ue000\uf8ff\ufdd0\ufeff\ufffc\ufffd\uffff";

    private static readonly string[] Phrases =
    [
        "||", "::", " | ", ", ", "; ", ": ", " - ", "\r\n", "\n\n", "\n---\n",
        "\",\"", "\", \"", "\"|\"", "','", "->", "=>", "\\n", "\\0", "</s>", "<sep>",
    ];

    // Texts before and after a field's name, as records, queries, headers and JSON write them.
    private static readonly string[] Before = [", ", ",", "; ", ";", "\n", "|", "&", " ", "\",\"", "\", \"", "\","];
    private static readonly string[] After = [" = ", ": ", "=", ":", "\":\"", "\": \"", ":\""];

    /// <summary>The separators that most careless keys use, and those that appear in the answer's code.</summary>
    public static IReadOnlyList<string> MostTelling(AnswerCode? code) => [.. Common.Concat(OfCode(code)).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> All(AnswerCode? code) =>
    [
        .. MostTelling(code).Concat(Phrases).Concat(Marks).Concat(Rare.Select(c => $"{c}"))
            .Concat(Marks.Where(m => IsMark(m[0])).SelectMany(m => new[] { m + m, m + m + m, $" {m} ", $"{m} " }))
            .Concat(from close in ")]}>\"'" from between in (string[])["", ",", " ", ", ", ";", "\n"] from open in "([{<\"'" select $"{close}{between}{open}")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Marks that the answer's code may join or escape texts with; the usual ones when the code cannot be read.</summary>
    public static IReadOnlyList<string> Signs(AnswerCode? code) => code is null
        ? ["|", "\\"]
        : [.. OfCode(code).Where(t => t.Length <= 3 && t.All(c => !char.IsLetter(c) && !char.IsWhiteSpace(c))).Distinct(StringComparer.Ordinal).Take(MostSigns)];

    /// <summary>Separators that contain the name of the field that follows.</summary>
    public static IEnumerable<string> Labels(string field)
    {
        if (field.Contains(' ', StringComparison.Ordinal))
            field = field[(field.LastIndexOf(' ') + 1)..];
        string camel = Camel(field);
        string first = Word().Match(field).Value;
        string[] names = [.. new[] { field, camel, Word().Replace(camel, m => "_" + Camel(m.Value)), first, Camel(first) }.Distinct()];
        return from name in names from before in Before from after in After select before + name + after;
    }

    private static IReadOnlyList<string> Common { get; } = ["", "|", "\n", "\0", ":", ",", ";", "\t", " ", "\u001f", "\u001e", "-", "_", "/", "\\"];

    private static IEnumerable<string> Marks => Enumerable.Range(0, 128).Select(c => $"{(char)c}");

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static bool IsMark(char c) => !char.IsAsciiLetterOrDigit(c) && c is > ' ' and < '\u007f';

    private static IEnumerable<string> OfCode(AnswerCode? code)
    {
        if (code is null)
            return [];
        string[] texts = [.. code.Texts.SelectMany(t => Hole().Split(t)).Where(t => t.Length is > 0 and <= LongestFromCode).Distinct(StringComparer.Ordinal).Take(MostTexts)];
        char[] chars = [.. code.Numbers.Where(n => n is > 8 and <= char.MaxValue && n == Math.Floor(n) && !char.IsSurrogate((char)n)).Select(n => (char)n)];
        string[] marks = [.. chars.Where(c => !char.IsLetterOrDigit(c)).Take(MostMarks).Select(c => $"{c}").Concat(texts.Where(t => t.Length == 1)).Distinct()];
        int[] counts = [.. code.Numbers.Where(n => n is > 1 and <= 64 && n == Math.Floor(n)).Select(n => (int)n).Take(MostMarks)];
        return texts.Concat(chars.Select(c => $"{c}"))
            .Concat(from a in texts from b in texts select a + b)
            .Concat(from a in marks from t in texts from b in marks select a + t + b)
            .Concat(from m in marks from n in counts select new string(m[0], n)).Take(MostOfCode);
    }

    // A placeholder in a format string.
    [GeneratedRegex(@"\{\d+[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();
}
