using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A request with a long list, and what is changed in the list. The counterexample makes the list in a loop: written out, it would fill pages.</summary>
/// <param name="property">The property that holds the list.</param>
/// <param name="item">Makes the item of that number.</param>
/// <param name="itemCode">The C# of the item number <c>i</c>.</param>
internal sealed class LongList<T>(KeyProbe keys, string property, Func<int, T> item, string itemCode, Func<T[], LlmRequest> make)
{
    /// <summary>More items than a byte can number.</summary>
    public const int Count = 300;

    private const string Request = "new ExtendedLlmRequest(\"demo\", \"Be brief.\", \"Hello\")";

    /// <summary>The ends of the list, and places between them.</summary>
    public static IEnumerable<int> Places(Exam exam) => ((int[])[0, Count - 1, 8, 16, 32, 64, 128, 256, exam.Random.Next(4, Count)]).Distinct();

    /// <summary>Fails the requirement when the key stays the same after one of the changes.</summary>
    /// <param name="tried">What is changed, in words.</param>
    /// <param name="changes">The changes, each with its C# for a list called <c>items</c>.</param>
    public async Task MustDifferAsync(string tried, params (Action<T[]> Change, string Code)[] changes)
    {
        T[] Items() => [.. Enumerable.Range(0, Count).Select(item)];
        LlmRequest Changed(Action<T[]> change)
        {
            T[] items = Items();
            change(items);
            return make(items);
        }

        IReadOnlyList<string?> made = await keys.KeysAsync([make(Items()), .. changes.Select(c => Changed(c.Change))]);
        for (int i = 0; i < changes.Length; i++)
        {
            if (made[i + 1] == made[0])
                throw keys.Exam.Unmet(tried, GotText.Keys(made[0], made[i + 1]), "two keys", Code(changes[i].Code));
        }
    }

    private string Code(string change) => $$"""
        var items = Enumerable.Range(0, {{Count}}).Select(i => {{itemCode}}).ToArray();
        var request = {{Request}} { {{property}} = items.ToArray() };
        {{change}};
        Got.Keys(
            {{ExtendedKeyExercise.Function}}(request),
            {{ExtendedKeyExercise.Function}}(request with { {{property}} = items }));
        """;
}
