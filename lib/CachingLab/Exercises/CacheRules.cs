using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What every cache must do, in memory or in a file: the requirements that two exercises share.</summary>
/// <typeparam name="TMaker">What makes the instances.</typeparam>
/// <param name="open">A new instance with nothing in it, which shares nothing with the others.</param>
/// <param name="values">Values that a hit must return besides those that every cache is asked for.</param>
internal sealed class CacheRules<TMaker>(Func<TMaker, Exam, Task<CacheTrial>> open, params string[] values)
{
    public Requirement<TMaker> MissIsNull => new("miss-is-null", "A miss is null", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        await cache.ExpectAsync(exam.Word(), null, "a key in an empty cache");
        await cache.SetAsync(exam.Word(), "value");
        await cache.ExpectAsync(exam.Word(), null, "a key that was never set");
    })
    {
        Hints =
        [
            "What does Get return, or throw, for a key that nobody has set?",
            "A Dictionary's indexer throws KeyNotFoundException; TryGetValue and GetValueOrDefault do not.",
            "return entries.GetValueOrDefault(key); gives the value, or null when there is none.",
        ],
    };

    public Requirement<TMaker> HitIsExact => new("hit-is-exact", "A hit returns exactly what was set", async (maker, exam) =>
    {
        foreach (string value in (string[])[exam.Word(), "", " ", "\t", $"  {exam.Word()} ", "\n", "null", "{}", $"Yes, {exam.Word()}: SURE", string.Concat(Enumerable.Repeat(exam.Word(2), 2_500)), .. values])
        {
            CacheTrial cache = await open(maker, exam);
            string key = exam.Word();
            await cache.SetAsync(key, value);
            await cache.ExpectAsync(key, value, "a key that was set");
        }
    })
    {
        Hints =
        [
            "Is an empty answer an answer? Are spaces around it part of it?",
            "string.IsNullOrEmpty, IsNullOrWhiteSpace and Trim have no place here: only null means a miss.",
            "Store the value as it is, and return what is stored without looking at it.",
        ],
    };

    public Requirement<TMaker> SetReplaces => new("set-replaces", "A second Set replaces the first", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        (string key, string second) = (exam.Word(), exam.Word());
        await cache.SetAsync(key, "first");
        await cache.SetAsync(key, second);
        await cache.ExpectAsync(key, second, "a key that was set twice");
    })
    {
        Hints =
        [
            "What happens on the second Set with the same key?",
            "Add throws when the key is there, and TryAdd keeps the old value.",
            "entries[key] = value; adds or replaces.",
        ],
    };

    public Requirement<TMaker> KeysAreOrdinal => new("keys-are-ordinal", "Keys that differ in any character are different keys", async (maker, exam) =>
    {
        string word = exam.Word(5);
        foreach ((string one, string other) in Pairs(word))
        {
            CacheTrial cache = await open(maker, exam);
            await cache.SetAsync(one, "one");
            await cache.SetAsync(other, "other");
            await cache.ExpectAsync(one, "one", "the first of two keys that look alike");
            await cache.ExpectAsync(other, "other", "the second of two keys that look alike");
        }
    })
    {
        Hints =
        [
            "Are \"Key\" and \"key\" one key or two? And \"key\" and \"key \"?",
            "Compare character by character: no ToLower, no Trim, no Normalize, no comparer that knows a language. SortedDictionary<string, ...> uses such a comparer unless told otherwise.",
            "new Dictionary<string, string>(StringComparer.Ordinal), or new SortedDictionary<string, string>(StringComparer.Ordinal).",
        ],
    };

    public Requirement<TMaker> HitStays => new("hit-stays", "A hit leaves the entry in place", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        (string key, string value) = (exam.Word(), exam.Word());
        await cache.SetAsync(key, value);
        for (int time = 1; time <= 12; time++)
            await cache.ExpectAsync(key, value, $"Get number {time} of one key");
    })
    {
        Hints =
        [
            "Ask twice for the same key.",
            "Get only looks. Nothing is taken out.",
            "Remove(key, out value) takes the entry away; TryGetValue(key, out value) leaves it.",
        ],
    };

    public Requirement<TMaker> NullKey => new("null-key", "A null key is an ArgumentNullException", async (maker, exam) =>
    {
        CacheTrial cache = await open(maker, exam);
        await cache.ExpectNullRefusedAsync(() => cache.GetAsync(null), "Get(null)", "Get with a null key");
        await cache.ExpectNullRefusedAsync(() => cache.SetAsync(null, "value"), "Set(null, \"value\")", "Set with a null key");
    })
    {
        Stretch = true,
        Hints =
        [
            "What should a caller see who passes null by mistake: silence, or a word about which argument was null?",
            "Check the argument before anything else, in Get and in Set.",
            "ArgumentNullException.ThrowIfNull(key); as the first line of both.",
        ],
    };

    private static IEnumerable<(string One, string Other)> Pairs(string word) =>
    [
        ("Key", "key"), (word, word.ToUpperInvariant()), (word, word + " "), (word, " " + word), (word, word + "\n"),
        ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "strasse"), ("co\u00adop", "coop"), ("a\u200bb", "ab"), ("I", "\u0131"), ("1", "01"),
        (new string('k', 200) + word, new string('k', 200) + word + "s"),
    ];
}
