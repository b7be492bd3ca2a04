using System.Text;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Texts and numbers that a careless key function confuses, in families of which no two are the same.</summary>
internal static class LookAlikes
{
    private const int MostConstants = 40;

    // The factors of common polynomial hashes, and some like them.
    private static readonly int[] Factors = [31, 33, 37, 53, 65, 101, 127, 131, 137, 256, 257, 1_313, 13_131];

    // White space and invisible characters: the ends of each range.
    private const string Blank = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";
    private const string Unseen =
        "\0\u0001\u0007\b\u001a\u001b\u001f\u007f\u009f\u00ad\u034f\u061c\u115f\u180e"
        + "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2061\u2064\u206f\ufe00\ufe0f\ufeff\ufff9\uffff";

    // Each line holds texts that one kind of normalization makes equal.
    private static readonly (string How, string[] Texts)[] Folded =
    [
        ("a dot", ["I", "i", "\u0131", "\u0130", "i\u0307"]),
        ("the form of a letter", ["ss", "SS", "\u00df", "\u1e9e"]),
        ("the form of a letter", ["\u03c3", "\u03c2", "\u03a3"]),
        ("the form of a letter", ["s", "\u017f", "k", "\u212a", "K", "\u00e5", "\u212b", "\u00c5", "A\u030a", "A", "a"]),
        ("Unicode form", ["caf\u00e9", "cafe\u0301", "cafe", "CAF\u00c9"]),
        ("Unicode form",
        [
            "\ufb01", "fi", "\uff41", "a", "\u00aa", "\u1d43", "\u00b2", "2", "\uff12",
            "\u2460", "\u00bd", "1/2", "1\u20442", "\ud55c", "\u1112\u1161\u11ab", "\uff76\uff9e", "\u30ac",
        ]),
        ("Unicode form", ["a\u0323\u0307", "a\u0307\u0323", "\u1ea1\u0307", "\u0227\u0323"]),
        ("the script of a digit", ["7", "\u0667", "\u06f7", "\u096d", "\uff17", "\ud835\udfd5"]),
        ("a letter of another alphabet", ["a", "\u0430", "\u03b1", "o", "\u043e", "\u03bf", "0", "l", "1", "I", "|"]),
        ("a mark", ["\"a\"", "\u201ca\u201d", "'a'", "\u2018a\u2019", "`a`", "a", "\u00aba\u00bb", "**a**", "_a_", "(a)", "[a]", "<a>"]),
        ("a dash", ["a-b", "a\u2013b", "a\u2014b", "a\u2212b", "a\u2010b", "a\u2011b", "a b", "ab", "a_b", "a\u00adb"]),
        ("dots", ["...", "\u2026", ".", "..", "\u3002"]),
        ("the kind of line break", ["a\nb", "a\r\nb", "a\rb", "a\u0085b", "a\u2028b", "a\n\nb", "a\vb", "a b", "ab", "a\\nb", "a\n b", "a \nb", "a\\r\\nb"]),
        ("how it is escaped", ["&", "&amp;", "&#38;", "%26", "\\u0026", "+", "%20", " ", "%2B", "&#43;", "&lt;", "<", "%3C", "\\<", "\\u003c", "\\u003C"]),
        ("how it is escaped", ["\\", "\\\\", "/", "\\/", "//", "\"", "\\\"", "\"\"", "'", "\\'", "''"]),
        ("space in JSON", ["{\"a\":1}", "{ \"a\": 1 }", "{\"a\": 1}", "{'a':1}", "{\"a\":1.0}", "{\"A\":1}"]),
        ("how a number is written", ["1000", "1,000", "1.000", "1000.0", "01000", "+1000", "1e3", "1 000", "-1000", "1001"]),
        ("the order of the words", ["dog bites man", "man bites dog", "bites dog man", "dog dog bites man", "dog bites man man", "dogbitesman", "dog, bites man"]),
        ("the order of the lines", ["one\ntwo", "two\none", "one\ntwo\ntwo", "one\none\ntwo", "one\ntwo\n", "\none\ntwo", "one\n\ntwo"]),
        ("an emoji",
        [
            "\ud83d\ude00", "\ud83d\ude01", "\u263a", "\u263a\ufe0f", "\ud83d\udc4d", "\ud83d\udc4d\ud83c\udffd",
            ":-)", "\ud83d\udc69\u200d\ud83d\udcbb", "\ud83d\udc69\ud83d\udcbb",
        ]),
        ("a comment or a mark", ["a # b", "a // b", "a <!-- b -->", "a", "a -- b", "<b>a</b>", "# a", "- a", "* a", "1. a", "> a"]),
    ];

    /// <summary>Texts with one half of a surrogate pair, as when an emoji is cut in two.</summary>
    public static IReadOnlyList<TextFamily> Halves { get; } =
    [
        new("half of a surrogate pair", ["\ud800", "\ud801", "\udbff", "\udc00", "\udfff", "\ufffd", "?"]),
        new("half of a surrogate pair", ["half \ud83d", "half \ud83e", "half ", "half \ud83d\ud83d"]),
        new("half of a surrogate pair", ["\ude00 half", "\ude01 half", " half", "\ude00\ud83d half"]),
        new("the second half of two surrogate pairs", ["\ud800-\ud800", "\ud800-\ud801", "\ud801-\ud800", "\ud800\ud800-", "\ud800\ud801-"]),
        new("half of a surrogate pair and how it is escaped", ["\ud800", "\\ud800", "\\uD800", "\\\\ud800", "&#xD800;", "%uD800", "U+D800", "d800", "\ue000", "\ue800"]),
        new("half of a surrogate pair before another character", ["\ud800\ue000", "\ud801\udc00", "\ud800\udc00", "\ud800a", "\ud800\u0400", "\ud7ff\udc00"]),
    ];

    /// <summary>The families, drawn anew for each exam.</summary>
    public static IEnumerable<TextFamily> Of(Exam exam)
    {
        string word = exam.Word(5), other = exam.Word(5);
        yield return new("case", [word, char.ToUpperInvariant(word[0]) + word[1..], word.ToUpperInvariant(), word[..4] + char.ToUpperInvariant(word[4])]);
        yield return new("white space", [word, .. Blank.SelectMany(c => new[] { word + c, c + word, $" {word}{c}", $"{word}{c}{c}" })]);
        yield return new("white space within", [word + other, .. Blank.SelectMany(c => new[] { $"{word}{c}{other}", $"{word} {c}{other}", $"{word}{c}{c}{c}{other}" })]);
        yield return new("nothing but white space", ["", .. Blank.SelectMany(c => new[] { $"{c}", $"{c}{c}" })]);
        yield return new("a character that cannot be seen", [word + other, .. Unseen.SelectMany(c => new[] { word + other + c, c + word + other, word + c + other })]);
        yield return new("what follows a NUL", [word + "\0", $"{word}\0{other}", $"{word}\0a", $"{word}\0b"]);
        foreach ((string how, string[] texts) in Folded)
            yield return new(how, texts);
        yield return new("a character", [word + other, .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => word + (char)c + other)]);
        yield return new("the last character", [word, .. Enumerable.Range('!', '~' - '!' + 1).Select(c => word + (char)c)]);
        yield return new("the first character", [word, .. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c + word)]);
        yield return new("the order of the letters", ["ab" + word, "ba" + word, word + "ab", word + "ba", "b" + word + "a", "a" + word + "b"]);
        yield return new("how often it is said", [.. Enumerable.Range(1, 12).Select(n => string.Concat(Enumerable.Repeat(word, n)))]);
        yield return new("how often a letter stands there", [.. Enumerable.Range(0, 40).Select(n => new string('x', n))]);
        yield return new("a letter beyond ASCII", Blocks(exam));
        yield return new(
            "two characters, with one sum when the first is multiplied", ["b!", .. Factors.Concat(exam.Numbers(2, 50_000)).Distinct().Select(n => $"a{(char)('!' + n)}")]);
        if (exam.Code is not null)
            yield return new("a text that your code names", [word, .. Constants(word, exam.Code)]);
    }

    /// <summary>Numbers that rounding or a narrower type makes equal.</summary>
    public static IReadOnlyList<double> Numbers(Exam exam)
    {
        double[] named = exam.Code is null ? [] : [.. exam.Code.Numbers.Where(n => double.IsFinite(n) && Math.Abs(n) < 1e9).Take(MostConstants)];
        double[] drawn =
        [
            .. Enumerable.Range(-12, 20).Select(e => (1 + exam.Random.NextDouble()) * Math.Pow(10, e)),
            1e300 * (1 + exam.Random.NextDouble()), 1e-300 * (1 + exam.Random.NextDouble()),
        ];
        double[] all = [0.1, 0.11, 0.5, 0.7, 1.0, 0.3, 1.5, 2.0, 1e-9, 2e-9, 0.70001, 0.1 + 0.2, 100, .. named, .. drawn];
        return
        [
            .. all.SelectMany(x => new[] { x, Math.BitIncrement(x), Math.BitDecrement(x), -x, x + 1e-4, x + 1e-7, (float)x })
                .Where(x => double.IsFinite(x) && x != 0).Append(0.0).Distinct(),
        ];
    }

    // Characters of each Unicode block and each plane, many of them equal in their last bits, and the empty text.
    private static IReadOnlyList<string> Blocks(Exam exam)
    {
        IEnumerable<int> drawn = Enumerable.Range(1, 0xffff / 0x80).Select(b => (b * 0x80) + exam.Random.Next(0x7f)).Where(c => c is < 0xd800 or > 0xdfff);
        IEnumerable<int> beyond = Enumerable.Range(1, 16).Select(plane => (plane << 16) + 'a')
            .Concat(((int[])[0x1d400, 0x1f300, 0x1f600, 0x2a700, 0xe0020]).Select(p => p + exam.Random.Next(0x60)));
        return
        [
            .. ((int[])['a', 'q']).Concat(drawn.Concat(beyond).SelectMany(c => new[] { c, c + 1 }))
                .Select(c => $"x{new Rune(c)}y").Append("xy").Append("x?y").Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Constants(string word, AnswerCode code)
    {
        string[] texts =
        [
            .. code.Texts.Where(t => t.Length <= 100)
                .Concat(code.Numbers.Where(n => n is > 0 and < char.MaxValue && n == Math.Floor(n) && !char.IsSurrogate((char)n)).Select(n => $"{(char)n}"))
                .Take(MostConstants),
        ];
        return texts.SelectMany(t => new[] { t, t + word, word + t, t + t, word + t + word, t + " " + word, word + " " + t })
            .Append(word + word).Where(t => t != word).Distinct(StringComparer.Ordinal);
    }
}
