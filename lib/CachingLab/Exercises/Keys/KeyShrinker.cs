using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Reduces two requests for as long as they share a key, so that what is left shows what the key ignores.</summary>
internal sealed class KeyShrinker(KeyProbe keys)
{
    private const int MostRounds = 60;

    private static readonly RequestField[] Fields = [.. RequestField.Plain, .. RequestField.Nested];

    public async Task<(LlmRequest First, LlmRequest Second)> SmallestAsync(LlmRequest first, LlmRequest second)
    {
        (LlmRequest First, LlmRequest Second) smallest = (first, second);
        try
        {
            for (int round = 0; round < MostRounds; round++)
            {
                (LlmRequest First, LlmRequest Second)[] smaller = [.. Smaller(smallest.First, smallest.Second)];
                if (smaller.Length == 0)
                    break;
                IReadOnlyList<string?> made = await keys.KeysAsync([.. smaller.SelectMany(s => new[] { s.First, s.Second })]);
                int found = Enumerable.Range(0, smaller.Length).FirstOrDefault(i => made[2 * i] == made[(2 * i) + 1], -1);
                if (found < 0)
                    break;
                smallest = smaller[found];
            }
        }
        catch (AnswerException)
        {
            // The function throws for a smaller request: the smallest pair so far will do.
        }

        return smallest;
    }

    // Removes what two texts have in common at the start or at the end, the longest part first.
    private static IEnumerable<(LlmRequest First, LlmRequest Second)> Smaller(LlmRequest first, LlmRequest second)
    {
        foreach (RequestField field in Fields)
        {
            if (field.Get(first) is not { } one || field.Get(second) is not { } other)
                continue;
            int start = one.AsSpan().CommonPrefixLength(other);
            int end = Enumerable.Range(0, Math.Min(one.Length, other.Length) - start).TakeWhile(i => one[^(i + 1)] == other[^(i + 1)]).Count();
            foreach (int cut in Lengths(start))
            {
                if (IsWhole(one, cut) && IsWhole(other, cut))
                    yield return (field.Put(first, one[cut..]), field.Put(second, other[cut..]));
            }

            foreach (int cut in Lengths(end))
            {
                if (IsWhole(one, one.Length - cut) && IsWhole(other, other.Length - cut))
                    yield return (field.Put(first, one[..^cut]), field.Put(second, other[..^cut]));
            }
        }
    }

    private static IEnumerable<int> Lengths(int longest)
    {
        for (int length = longest; length > 0; length /= 2)
            yield return length;
    }

    // Don't cut a surrogate pair in two.
    private static bool IsWhole(string text, int place) => place <= 0 || place >= text.Length || !char.IsLowSurrogate(text[place]);
}
