namespace CachingLab.Exercises;

/// <summary>Texts and numbers that a careless key function takes for one another.</summary>
internal static class NearPairs
{
    /// <summary>Temperatures that rounding, or a narrower type, makes one.</summary>
    public static IReadOnlyList<(double One, double Other)> Numbers { get; } =
    [
        (0.1, 0.11), (0.7, 0.70001), (0.1 + 0.2, 0.3), (0.0, 1e-9), (1e-9, 2e-9), (1.0, 1.0000000000000002), (0.5, -0.5),
    ];

    /// <summary>Texts that are not whole: what is left when an emoji is cut in two.</summary>
    public static IReadOnlyList<(string One, string Other, string How)> Halves { get; } =
    [
        ("\ud800", "\ud801", "half of a surrogate pair"),
        ("half \ud83d", "half \ud83e", "half of a surrogate pair"),
        ("\ude00 half", "\ude01 half", "half of a surrogate pair"),
        ("\ud83d", "\ufffd", "half of a surrogate pair, and the character that stands in for one"),
    ];

    /// <summary>Pairs of texts, and what they differ in.</summary>
    /// <param name="word">A word of lower-case letters to make some of them from.</param>
    public static IEnumerable<(string One, string Other, string How)> All(string word) =>
    [
        ("Hello", "hello", "case"),
        (word, char.ToUpperInvariant(word[0]) + word[1..], "case"),
        ("I", "\u0131", "a dot"),
        (word, word + " ", "a space at the end"),
        (word, " " + word, "a space at the start"),
        (word, word + "\n", "a line break at the end"),
        ("a b", "a  b", "a space within"),
        ("a\nb", "a\r\nb", "the kind of line break"),
        ("caf\u00e9", "cafe\u0301", "Unicode form (NFC and NFD)"),
        ("\u00e9t\u00e9", "\u00e8t\u00e8", "an accent"),
        ("\u6f22", "\u5b57", "a letter beyond ASCII"),
        ("\ud83d\ude00", "\ud83d\ude01", "an emoji"),
        (word, word + "\u200b", "a character that cannot be seen"),
        (word, word + "?", "a question mark"),
        ("dog bites man", "man bites dog", "the order of the words"),
        (word + "ab", word + "ba", "the order of the letters"),
    ];
}
