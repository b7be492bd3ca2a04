namespace CachingLab.Exercises.Keys;

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
