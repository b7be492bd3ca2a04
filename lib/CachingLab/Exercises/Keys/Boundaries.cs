using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Different requests that become the same text when their fields are joined carelessly.</summary>
internal static class Boundaries
{
    /// <summary>What two such requests differ in.</summary>
    public const string Tried = "two requests with the same text, cut into fields at another place";

    // Characters that escape a separator inside a text.
    private static readonly string[] Escapes = ["\\", "%", "^", "~"];

    // Numbers that every .NET format writes exactly. Joined with the text beside them, the two sides of each pair are equal.
    private static readonly (string Text, double Number, string OtherText, double OtherNumber)[] AfterText =
        [("a1", 0.5, "a", 10.5), ("a-", 1.5, "a", -1.5), ("a.0", 5.0, "a", 0.5)];

    private static readonly (double Number, string Text, double OtherNumber, string OtherText)[] BeforeText =
        [(0.5, "625x", 0.5625, "x"), (1.0, "2x", 12.0, "x"), (1.0, ".5x", 1.5, "x"), (1.0, "5.x", 1.5, "x")];

    // For lengths that are not delimited: before each text, before or after all texts, after each text, and in one byte that wraps around.
    private static readonly (string A, string B, string C, string D)[] Lengths =
    [
        ("1", Run('z', 9) + "10" + Run('w', 10), "21" + Run('z', 9), Run('w', 10)),
        ("a", Run('a', 11), Run('a', 11), "a"),
        ("a", Run('z', 9) + "11", "a1" + Run('z', 9), "1"),
        ("a", Run('a', 255) + "A" + Run('b', 65), "aA" + Run('a', 255), Run('b', 65)),
        ("ab" + Run('p', 256), "c", "ab", Run('p', 256) + "c"),
    ];

    // For lengths in two bytes or in one character, which wrap around at 65,536.
    private static readonly (string A, string B, string C, string D)[] LongLengths =
    [
        .. ((string[])["A", "A\0", "\0A"]).Select(length => (
            "a", Run('p', 65_536 - length.Length) + length + Run('q', 65), "a" + length + Run('p', 65_536 - length.Length), Run('q', 65))),
        ("ab" + Run('p', 65_536), "c", "ab", Run('p', 65_536) + "c"),

        // For lengths in a number of few digits.
        ("a" + Run('p', 20_000), "bc" + Run('p', 20_000), "a" + Run('p', 20_000) + "b", "c" + Run('p', 20_000)),
    ];

    /// <summary>The families for every two fields, in both orders, because any two may be neighbours in the key.</summary>
    /// <param name="separators">The separators to try between the fields.</param>
    /// <param name="labels">Whether to try the fields' names and the lengths of long texts too.</param>
    public static IEnumerable<KeyFamily> Of(Exam exam, LlmRequest sample, IReadOnlyList<RequestField> fields, IReadOnlyList<string> separators, bool labels)
    {
        (string a, string b, string c) = (exam.Word(1) + "a", exam.Word(1) + "b", exam.Word(1) + "c");
        IReadOnlyList<string> telling = Separators.MostTelling(exam.Code);
        string[] marks = [.. separators.Where(s => s.Length == 1 && !char.IsLetterOrDigit(s[0]) && (IsVisible(s) || telling.Contains(s)))];
        (RequestField Left, RequestField Right)[] neighbours = [.. from left in fields from right in fields where left != right select (left, right)];
        foreach (string s in separators)
        {
            foreach ((RequestField left, RequestField right) in neighbours)
                yield return Pair(left, a, right, b + s + c, a + s + b, c);
        }

        foreach ((RequestField left, RequestField right) in neighbours)
        {
            yield return Pair(left, a + b, right, "", "", a + b);
            yield return Pair(left, a, right, b, b, a);
            yield return Pair(left, a, right, a, b, b);
            foreach (string label in labels ? Separators.Labels(right.Name) : [])
                yield return Pair(left, a, right, b + label + c, a + label + b, c);
            foreach ((string one, string two, string three, string four) in labels ? LongLengths : [])
                yield return Pair(left, one, right, two, three, four);
            foreach ((string one, string two, string three, string four) in Lengths)
                yield return Pair(left, one, right, two, three, four);

            // The temperature may be written between two texts.
            foreach (string s in separators.Where(s => s.Length <= 1))
                yield return Pair(left, a, right, $"{b}{s}0.5{s}{c}", $"{a}{s}0.5{s}{b}", c, 0.5);

            // A doubled separator in a text, or a separator after an escape character that is not itself escaped.
            foreach (string s in marks)
            {
                yield return Pair(left, a + s, right, b, a, s + b);
                foreach (string escape in IsVisible(s) ? Escapes : Escapes[..1])
                    yield return Pair(left, a + escape, right, b + s + c, a + s + b + escape, c);
            }
        }

        foreach (RequestField field in fields)
        {
            // A number that the key omits at its default, beside a text that contains the number.
            foreach (string s in Separators.MostTelling(exam.Code))
            {
                yield return Number(field, 0.0, $"{a}{s}0.5", 0.5, a);
                yield return Number(field, 0.0, $"0.5{s}{a}", 0.5, a);
            }

            foreach ((string text, double number, string otherText, double otherNumber) in AfterText)
                yield return Number(field, number, text, otherNumber, otherText);
            foreach ((double number, string text, double otherNumber, string otherText) in BeforeText)
                yield return Number(field, number, text, otherNumber, otherText);
        }

        foreach (RequestField[] three in neighbours.SelectMany(n => fields.Where(f => f != n.Left && f != n.Right), (n, f) => new[] { n.Left, n.Right, f }))
        {
            // Texts that are equal as a set or as a multiset.
            yield return Family([.. ((string[][])[[a, a, b], [a, b, b], [a, b, a]]).Select(t => three.Zip(t).Aggregate(sample, (r, p) => p.First.Put(r, p.Second)))]);
        }

        foreach (KeyFamily family in labels && fields.Count >= 3 ? Divisions.Of(sample, [.. fields.Take(3)], Separators.Signs(exam.Code)) : [])
            yield return family;

        KeyFamily Pair(RequestField left, string one, RequestField right, string two, string three, string four, double? temperature = null)
        {
            LlmRequest plain = temperature is { } t ? sample with { Temperature = t } : sample;
            return Family(right.Put(left.Put(plain, one), two), right.Put(left.Put(plain, three), four));
        }

        KeyFamily Number(RequestField field, double number, string text, double otherNumber, string otherText) =>
            Family(field.Put(sample with { Temperature = number }, text), field.Put(sample with { Temperature = otherNumber }, otherText));
    }

    private static bool IsVisible(string mark) => mark[0] is > ' ' and < '\u007f';

    private static KeyFamily Family(params LlmRequest[] requests) => new(Tried, requests);

    private static string Run(char c, int length) => new(c, length);
}

/// <summary>All ways to divide a few pieces among three fields. A key that joins its fields with a sign, or escapes it, must tell them all apart.</summary>
internal static class Divisions
{
    private const int MostPieces = 4;

    /// <summary>The families, each of the same pieces in any order: a letter and two of the signs, up to four pieces.</summary>
    /// <param name="signs">What the key may join or escape texts with.</param>
    public static IEnumerable<KeyFamily> Of(LlmRequest sample, RequestField[] fields, IReadOnlyList<string> signs) =>
        from two in signs.SelectMany((one, i) => signs.Skip(i + 1), (one, other) => new[] { one, other })
        from count in Enumerable.Range(2, MostPieces - 1)
        from same in Sequences(["a", .. two], count).GroupBy(s => string.Join(' ', s.Order(StringComparer.Ordinal)))
        select new KeyFamily(Boundaries.Tried, [.. same.SelectMany(Divided).Select(texts => Request(sample, fields, texts)).Distinct()]);

    private static LlmRequest Request(LlmRequest sample, RequestField[] fields, string[] texts) =>
        fields.Zip(texts).Aggregate(sample, (request, part) => part.First.Put(request, part.Second));

    private static IEnumerable<string[]> Sequences(string[] pieces, int count) => count == 0
        ? [[]]
        : from start in Sequences(pieces, count - 1) from piece in pieces select (string[])[.. start, piece];

    private static IEnumerable<string[]> Divided(string[] pieces) =>
        from first in Enumerable.Range(0, pieces.Length + 1)
        from second in Enumerable.Range(first, pieces.Length + 1 - first)
        select (string[])[string.Concat(pieces[..first]), string.Concat(pieces[first..second]), string.Concat(pieces[second..])];
}
