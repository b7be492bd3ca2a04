using System.Collections.Concurrent;
using CachingLab.Doors;
using CachingLab.Exercises;

namespace CachingLab.Tests.Exercises;

public sealed class MemoryCacheExerciseTests
{
    [Fact]
    public Task A_concurrent_dictionary_meets_everything() =>
        Judged.PassesAsync(MemoryCacheExercise.Exercise, new LocalCacheMaker(() => new Variant()), 20);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception) =>
        Judged.FailsOnlyAsync(MemoryCacheExercise.Exercise, new LocalCacheMaker(Answers[id + ": " + misconception]), id);

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static readonly ConcurrentDictionary<string, string> Shared = new(StringComparer.Ordinal);

    private static Dictionary<string, Func<ILlmCache>> Answers { get; } = new()
    {
        ["miss-is-null: an empty text"] = () => new Variant { Found = v => v ?? "" },
        ["miss-is-null: an exception"] = () => new Variant { Found = v => v ?? throw new KeyNotFoundException() },
        ["hit-is-exact: empty is a miss"] = () => new Variant { Found = v => string.IsNullOrEmpty(v) ? null : v },
        ["hit-is-exact: trimmed"] = () => new Variant { Found = v => v?.Trim() },
        ["set-replaces: the first stays"] = () => new Variant { Put = (e, k, v) => e.TryAdd(k, v) },
        ["keys-are-ordinal: upper case"] = () => new Variant { Key = k => (k ?? throw new ArgumentNullException(nameof(k))).ToUpperInvariant() },
        ["keys-are-ordinal: trimmed"] = () => new Variant { Key = k => (k ?? throw new ArgumentNullException(nameof(k))).Trim() },
        ["keys-are-ordinal: normalized"] = () => new Variant { Key = k => (k ?? throw new ArgumentNullException(nameof(k))).Normalize() },
        ["instances-are-apart: static"] = () => new Variant(Shared),
        ["hit-stays: taken out"] = () => new Variant { Look = (e, k) => e.TryRemove(k, out string? v) ? v : null },
        ["keeps-a-thousand: a hundred"] = () => new Variant { Put = (e, k, v) => { if (e.Count < 100) e[k] = v; } },
        ["parallel-writers: a place counted without a lock"] = () => new RacyCache(),
        ["null-key: silence"] = () => new Variant { Key = k => k ?? "" },
    };

    // As a Dictionary does inside, but slowly enough that threads meet on any machine.
    private sealed class RacyCache : ILlmCache
    {
        private readonly Lock gate = new();
        private readonly KeyValuePair<string, string>[] places = new KeyValuePair<string, string>[100_000];
        private Dictionary<string, string>? found;
        private int count;

        public string? Get(string key)
        {
            lock (gate)
            {
                found ??= places[..count].GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
                return found.GetValueOrDefault(key);
            }
        }

        public void Set(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(key);
            int place = count;
            Thread.SpinWait(20);
            places[place] = KeyValuePair.Create(key, value);
            count = place + 1;
            found = null;
        }
    }

    private sealed class Variant(ConcurrentDictionary<string, string>? entries = null) : ILlmCache
    {
        private readonly ConcurrentDictionary<string, string> entries = entries ?? new(StringComparer.Ordinal);

        public Func<string, string> Key { get; init; } = k =>
        {
            ArgumentNullException.ThrowIfNull(k);
            return k;
        };

        public Func<string?, string?> Found { get; init; } = v => v;

        public Func<ConcurrentDictionary<string, string>, string, string?> Look { get; init; } = (e, k) => e.GetValueOrDefault(k);

        public Action<ConcurrentDictionary<string, string>, string, string> Put { get; init; } = (e, k, v) => e[k] = v;

        public string? Get(string key) => Found(Look(entries, Key(key)));

        public void Set(string key, string value) => Put(entries, Key(key), value);
    }
}
