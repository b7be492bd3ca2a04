using System.Numerics;
using System.Text;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Long texts that differ in little, in families of which no two are the same.</summary>
internal static class LongTexts
{
    private const int LongestNamed = 50_000;
    private const int MostNamed = 12;

    // Characters of several bytes or of two chars, each with one that differs only in its last byte or char.
    private static readonly (string One, string Other)[] Wide = [("\ud83d\ude00", "\ud83d\ude01"), ("\u6f22", "\u6f23")];

    // Units that fill a text: a letter, words, lines, sentences, and a character of several bytes.
    private static readonly string[] Units = ["a", "a ", "a\n", "a. ", "\u6f22"];

    /// <summary>The families for one field: few with the longest texts, many with shorter ones.</summary>
    /// <param name="sample">The request whose field is filled.</param>
    /// <param name="longest">About the length of the longest.</param>
    public static IEnumerable<KeyFamily> Of(Exam exam, LlmRequest sample, RequestField field, int longest)
    {
        int[] named = [.. exam.Numbers(2, LongestNamed).Take(MostNamed)];
        yield return In(Changed("a", 70, Enumerable.Range(0, 70)));
        foreach (int length in named)
            yield return In(Changed("a", length + 3, [length - 2, length - 1, length, length + 1, 0, 1, 2, 3, 4]));

        // Code that reads a text in parts may miss a last part of one character.
        foreach (int length in named.Where(n => n < 10_000).SelectMany(n => new[] { n, n + 1, 2 * n, (2 * n) + 1 }).Distinct())
            yield return In(Changed("a", length, [0, length - 1]));
        foreach (string unit in Units)
        {
            foreach (int length in (int[])[300, 5_000])
                yield return In(Changed(unit, length, Drawn(length, length == 300 ? 40 : 8)));
        }

        foreach (int size in ((int[])[1, 2, 4, 8, 16, 32, 64, 100, 256, 1_024]).Concat(named.Where(n => n < 10_000)).Distinct())
            yield return In(Blocks(size));
        foreach ((string one, string other) in Wide)
        {
            int[] cuts = [.. ((int[])[16, 64, 256, 1_024, 2_048, 4_096, 8_192]).Concat(named.Where(n => n < 10_000)).Distinct()];
            foreach (int offset in (int[])[0, 1])
                yield return In(Across(one, other, offset, cuts));
        }

        yield return In([.. Enumerable.Range(0, 12).Select(i => new string('a', 4_990 + i))]);
        yield return In(Changed("a", longest, Drawn(longest, 2)));

        // These two hold the same blocks in another order, for every block size that divides this power of two.
        int power = 1 << (BitOperations.Log2((uint)longest) - 1);
        yield return In(((string[])["aaba", "abaa"]).Select(o => InOrder(o, power)));

        KeyFamily In(IEnumerable<string> texts) => new(
            (first, second) => Difference(field, field.Get(first)!, field.Get(second)!), [.. texts.Select(t => field.Put(sample, t))]);

        IEnumerable<int> Drawn(int length, int count) => Enumerable.Range(0, count).Select(_ => exam.Random.Next(length)).Concat([0, length / 2, length - 1]);
    }

    // A text, and copies of it with one letter changed at each of these places.
    private static IEnumerable<string> Changed(string unit, int length, IEnumerable<int> places)
    {
        int count = Math.Max(1, length / unit.Length);
        string text = Repeated(unit, count);
        yield return text;
        foreach (int place in places.Where(p => p >= 0 && p < length).Select(p => Math.Min(p / unit.Length, count - 1) * unit.Length).Distinct())
            yield return With(text, place, "b");
    }

    // A long text of one wide character, and copies with another one at each place where an encoder that works in chunks may cut.
    private static IEnumerable<string> Across(string one, string other, int offset, int[] cuts)
    {
        const int Count = 5_000;
        string text = new string('x', offset) + Repeated(one, Count);
        yield return text;
        IEnumerable<int> places = from cut in cuts from width in (int[])[one.Length, Encoding.UTF8.GetByteCount(one)] select Math.Clamp((cut - offset) / width, 0, Count - 1);
        foreach (int place in places.Distinct())
            yield return With(text, offset + (place * one.Length), other);
    }

    private static string Repeated(string unit, int times) => new StringBuilder(unit.Length * times).Insert(0, unit, times).ToString();

    // The text with another one in place of as many characters.
    private static string With(string text, int place, string other) =>
        string.Concat(text.AsSpan(0, place), other, text.AsSpan(place + other.Length));

    // Blocks in another order, repeated, and in pairs that cancel out under XOR.
    private static IEnumerable<string> Blocks(int size)
    {
        string[] orders = ["abcd", "bacd", "cbad", "dbca", "abdc", "aabb", "bbaa", "ccdd", "abab", "aacd", "bbcd", "aaaa", "bbbb", "aaaaaa", "abcdabcd", "acca", "bddb"];
        return orders.Select(o => InOrder(o, size));
    }

    private static string InOrder(string order, int size) => string.Concat(order.Select(c => new string(c, size)));

    private static string Difference(RequestField field, string one, string other)
    {
        int start = one.AsSpan().CommonPrefixLength(other);
        return one.Length == other.Length && one.AsSpan(start + 1).SequenceEqual(other.AsSpan(start + 1))
            ? $"{one.Length:N0} characters in {field.Name} that differ in one, number {start + 1:N0}"
            : one.Length == other.Length ? $"two texts of {one.Length:N0} characters in {field.Name}"
            : $"texts of {one.Length:N0} and {other.Length:N0} characters in {field.Name}";
    }
}
