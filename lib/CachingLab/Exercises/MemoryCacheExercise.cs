using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>A cache that lives as long as its object.</summary>
public static class MemoryCacheExercise
{
    private const string Class = "SimpleMemoryCache";
    private const string ThousandId = "keeps-a-thousand";

    private static readonly CacheRules<ICacheMaker> Rules = new((maker, exam) => OpenAsync(maker, exam, "cache", []));

    public static Exercise<ICacheMaker> Exercise { get; } = new("memory-cache", "The memory cache", "02-memory-cache", Class,
    [
        Rules.MissIsNull,
        Rules.HitIsExact,
        Rules.SetReplaces,
        Rules.KeysAreOrdinal,
        new("instances-are-apart", "Two instances share nothing", ApartAsync)
        {
            Hints =
            [
                "What does a second new SimpleMemoryCache() know of the first one's entries?",
                "Something static belongs to the class, so all instances share it.",
                "private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal); without static.",
            ],
        },
        Rules.HitStays,
        new(ThousandId, "A thousand entries are all kept", ThousandAsync)
        {
            Hints =
            [
                "Does an old entry go when new ones come?",
                "Nothing in this exercise asks for a limit: a cache that forgets must say when and why, and this one does not forget.",
                "A plain Dictionary grows as needed: leave out whatever removes or refuses entries.",
            ],
        },
        new("parallel-writers", "Parallel writers lose nothing", ParallelAsync)
        {
            Stretch = true,
            After = [ThousandId],
            Hints =
            [
                "Dictionary is not made for two threads that write at once: entries vanish, or it throws.",
                "Either one thread at a time (lock) around every read and write, or a collection made for many threads.",
                "System.Collections.Concurrent.ConcurrentDictionary<string, string> takes the Dictionary's place with hardly a change.",
            ],
        },
        Rules.NullKey,
    ]);

    private static async Task<CacheTrial> OpenAsync(ICacheMaker maker, Exam exam, string name, List<string> script)
    {
        string line = $"var {name} = new {Class}();";
        exam.Try(CacheTrial.Code(script, line));
        ITestedCache cache = await maker.CreateAsync(exam.CancellationToken);
        script.Add(line);
        return new CacheTrial(cache, exam, name, script);
    }

    private static async Task ApartAsync(ICacheMaker maker, Exam exam)
    {
        List<string> script = [];
        CacheTrial first = await OpenAsync(maker, exam, "first", script);
        CacheTrial second = await OpenAsync(maker, exam, "second", script);
        string key = exam.Word();
        await first.SetAsync(key, "first's");
        await second.SetAsync(key, "second's");
        await first.ExpectAsync(key, "first's", "the same key in two instances");
        await second.ExpectAsync(key, "second's", "the same key in two instances");
    }

    private static async Task ThousandAsync(ICacheMaker maker, Exam exam)
    {
        KeyValuePair<string, string>[] entries = Entries(exam.Word(), 1_000);
        await CheckAllAsync(maker, exam, entries, 1, "a thousand keys, each set once");
    }

    // A plain Dictionary may survive a round by luck, but hardly all of them.
    private static async Task ParallelAsync(ICacheMaker maker, Exam exam)
    {
        for (int round = 0; round < 12; round++)
            await CheckAllAsync(maker, exam, Entries(exam.Word(), 1_000), 8, "a thousand keys, set by eight threads at once");
    }

    private static KeyValuePair<string, string>[] Entries(string word, int count) =>
        [.. Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"{word}{i}", $"value {i}"))];

    private static async Task CheckAllAsync(ICacheMaker maker, Exam exam, KeyValuePair<string, string>[] entries, int writers, string tried)
    {
        CacheTrial trial = await OpenAsync(maker, exam, "cache", []);
        exam.Try(Script(entries, writers));
        await trial.Cache.SetManyAsync(entries, writers, exam.CancellationToken);
        int lost = 0;
        foreach ((string key, string value) in entries)
            lost += await trial.Cache.GetAsync(key, exam.CancellationToken) == value ? 0 : 1;
        if (lost > 0)
            throw exam.Unmet(tried, $"{lost:N0} of {entries.Length:N0} values missing or wrong", "all of them");
    }

    private static string Script(KeyValuePair<string, string>[] entries, int writers) => $$"""
        var cache = new {{Class}}();
        System.Threading.Tasks.Parallel.For(0, {{entries.Length}},
            new System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = {{writers}} }, i => cache.Set($"key{i}", $"value {i}"));
        System.Linq.Enumerable.Range(0, {{entries.Length}}).Count(i => cache.Get($"key{i}") == $"value {i}")
        """.ReplaceLineEndings("\n");
}
