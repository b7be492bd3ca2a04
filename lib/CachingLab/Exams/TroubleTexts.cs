using System.Text;

namespace CachingLab.Exams;

/// <summary>Draws texts that programs get wrong: empty, long, repeated, invisible, quoted, escaped, or in many scripts.</summary>
internal sealed class TroubleTexts(Random random)
{
    private static readonly string[] Whole =
    [
        "", " ", "\t", "\n", "null", "true", "0", "-0", "007", "1e3", "{}", "[]", "\"\"", "\\", "$type", "__proto__", "a.b", "../a", "%20", "DEADBEEF",
        "dGV4dA==", "\\u00e9 and \\n", "\\\\u00e9 \\\\\\u00e9", "a\r\nb\nc\rd\n\r", "if (a)\n    b();\n\treturn;\n", "{\"a\":\"b\"}", "</script>&'+", "  two  spaces  ", "a,b;c|d",
        "a\0", "\0a", "a\0\0", "\0", "\uffff", "a\u001a", "cafe\u0301 \u212b", "\ufb01 \uff21 \u00bd", "'single'", "a\r\nb", "a\rb", "\ufeff", "\ufeffa", "a\ufeff",
        "\ue000 \ue0b0 \ue7ff \uf8ff", "```\ncode\n```",
    ];

    private static readonly string[] Letters =
    [
        "abc xyz", "ABCXYZ", "0123456789", " .,:;!?-_/\\|#'\"(){}[]<>=+*&^%$@~`", "\u00e9\u00fc\u00df\u00f1\u00c5\u00b5\u00a0\u00ad", "e\u0301o\u0308\u200b\u200d\u2060",
        "\u03b1\u03a9\u0436\u042f\u05d0\u0627\u0e01", "\u6f22\u5b57\u3042\u30a2\ud55c",
        "\u2018\u2019\u201c\u201d\u2014\u2026\u20ac\u2122\u2028\u2029\u0085\ufeff", "\u0001\u0007\u001b\u007f\0",
    ];

    // A typical cache key.
    private const string Hash = "cafe0123456789abcafe0123456789abcafe0123456789abcafe0123456789ab";

    /// <summary>Pairs of texts that differ only a little.</summary>
    public static IReadOnlyList<(string One, string Other)> LookAlike { get; } =
    [
        ("Key", "key"), ("key", "key "), ("key", " key"), ("key", "key\n"), ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "strasse"),
        ("co\u00adop", "coop"), ("a\u200bb", "ab"), ("I", "\u0131"), ("1", "01"), ("\u212b", "\u00c5"),
        ("ABCDEF", "abcdef"), ("10", "1e1"), ("\uff21", "A"), ("\u03c3", "\u03c2"), ("a\r\nb", "a\nb"), ("k\0", "k"), ("%41", "A"), ("\\n", "\n"),
        (Hash.ToUpperInvariant(), Hash), (Hash + "0", Hash), (Hash[..32] + Hash[..32], Hash[..32]), ("A", "\u0141"), ("k1", "k\u0131"),

        // Texts whose bytes in one encoding are those of another text in a second one.
        ("ab", "\u6162"), ("ab", "\u6261"), ("\u00e9", "\u00c3\u00a9"), ("\u6f22", "\u00e6\u00bc\u00a2"), ("a\0b\0", "ab"),

        // Hashes that multiply by such a number take the two of a pair for one.
        .. ((int[])[31, 33, 37, 53, 65, 131, 256, 257]).Select(m => ($"a{(char)('!' + m)}", "b!")),
        .. ":/\\#?=.-".SelectMany(c => new[] { ($"{c}ab", "ab"), ($"ab{c}", "ab") }),
        ("//ab", "ab"), ("/*ab*/", "ab"), ("$ab", "ab"), ("@ab", "ab"),

        // Long texts that differ in the middle alone.
        .. ((int[])[300, 3_000]).Select(half => (new string('k', half) + 'a' + new string('k', half), new string('k', half) + 'b' + new string('k', half))),

        // A mark once and twice, with more after it and without.
        .. Enumerable.Range(' ', '~' - ' ' + 1).Where(c => !char.IsAsciiLetterOrDigit((char)c)).Select(c => ($"a{c}{(char)c}b", $"a{c}")),
    ];

    /// <summary>A text of so many surrogate pairs.</summary>
    public static string Pairs(int count) => string.Concat(Enumerable.Repeat("\ud83d\ude00", count));

    /// <summary>A fixed text when <paramref name="number"/> is the index of one, else a drawn text.</summary>
    public string Any(int number, int longest) => number < Whole.Length ? Whole[number] : Drawn(longest);

    /// <summary>A text of drawn letters, short or up to <paramref name="longest"/> characters long.</summary>
    public string Drawn(int longest)
    {
        int length = random.Next(4) switch
        {
            0 => random.Next(longest / 2, longest + 1),
            1 => random.Next(1, Math.Min(600, longest) + 1),
            _ => random.Next(1, 12),
        };
        string first = Letters[random.Next(Letters.Length)], second = Letters[random.Next(Letters.Length)];
        var text = new StringBuilder();
        while (text.Length < length)
        {
            string from = random.Next(3) == 0 ? second : first;
            _ = random.Next(40) == 0 ? text.Append("\ud83d\ude00") : text.Append(from[random.Next(from.Length)], random.Next(30) == 0 ? 20 : 1);
        }

        return text.ToString();
    }
}
