using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>A cache that lives as long as its object.</summary>
public static class MemoryCacheExercise
{
    internal const string Class = "SimpleMemoryCache";
    private const int Few = 10;

    // How often each of a thousand keys is set: a cache may count Sets instead of entries.
    private const int Times = 20;
    private const int LongValue = 50_000;

    // The length of a thousand values that are kept at once, and the longest: together 20 and 60 MB.
    private const int ManyLong = 10_000, LongestMany = 30_000;
    private const string ThousandId = "keeps-a-thousand";

    private static readonly CacheRules<ICacheMaker> Rules = new(
        (maker, exam) => OpenAsync(maker, exam, "cache", []), plain: false, (Texts: 80, Longest: 20_000));

    public static Exercise<ICacheMaker> Exercise { get; } = new("memory-cache", "The memory cache", "02-memory-cache", Class,
    [
        Rules.MissIsNull,
        Rules.HitIsExact,
        Rules.SetReplaces,
        Rules.KeysAreOrdinal,
        new("instances-are-apart", "Two instances share nothing", ApartAsync,
            "What does a second new SimpleMemoryCache() know of the first one's entries?",
            "Something static belongs to the class, so all instances share it.",
            "private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal); without static.")
        { After = ["miss-is-null"] },
        Rules.HitStays,
        new(ThousandId, "A thousand entries are all kept", ThousandAsync,
            "Does an old entry go when new ones come?",
            "Nothing in this exercise asks for a limit: a cache that forgets must say when and why, and this one does not forget.",
            "A plain Dictionary grows as needed: leave out whatever removes or refuses entries.")
        { After = ["set-replaces"] },
        new("parallel-writers", "Parallel writers lose nothing", CacheThreads.ParallelAsync,
            "Dictionary is not made for two threads that write at once: entries vanish, or it throws.",
            "Either one thread at a time (lock) around every read and write, or a collection made for many threads.",
            "System.Collections.Concurrent.ConcurrentDictionary<string, string> takes the Dictionary's place with hardly a change.")
        { After = [ThousandId], Stretch = true },
        Rules.NullKey,
    ])
    {
        AnswerMinutes = 5,
        FirstStep = "Give the class a field of its own that finds an answer by its key, and let Set write into it. "
            + "Then decide what Get returns for a key that was never set.",
    };

    internal static async Task<CacheTrial> OpenAsync(ICacheMaker maker, Exam exam, string name, List<string> script)
    {
        string line = $"var {name} = new {Class}();";
        exam.Try(CacheTrial.Code(script, line));
        ITestedCache cache = await maker.CreateAsync(exam.CancellationToken);
        script.Add(line);
        return new CacheTrial(cache, exam, name, script);
    }

    private static async Task ApartAsync(ICacheMaker maker, Exam exam)
    {
        string[] names = ["first", "second", "third"];
        var scenario = new CacheScenario(
            exam, () => (number, script) => OpenAsync(maker, exam, names[number], script), shared: false, "the same key in two instances")
        {
            FreshKeys = true,
        };
        await scenario.CheckAsync(CacheStep.Apart(exam, names.Length));

        // A cache may keep long values elsewhere. Another requirement checks that they are kept as they are.
        string key = exam.Word(), lengthy = new('v', LongValue);
        CacheTrial one = await OpenAsync(maker, exam, names[0], []);
        await one.SetAsync(key, lengthy);
        if (await one.GetAsync(key) == lengthy)
            await scenario.CheckAsync(CacheStep.Apart(exam, names.Length, LongValue));
        await ManyApartAsync(maker, exam);
    }

    // More instances than a byte can number, and more than twelve bits can. A cache may also join its number and the key.
    // A slow constructor is spared the second round.
    private static async Task ManyApartAsync(ICacheMaker maker, Exam exam)
    {
        foreach (int instances in (int[])[300, 6_000])
        {
            string key = exam.Word(), tried = $"one key in {instances:N0} instances, each with a value of its own";
            exam.Try(
                $$"""
                var caches = new List<{{Class}}>();
                int mixed = 0;
                for (int i = 0; i < {{instances}}; i++)
                {
                    var cache = new {{Class}}();
                    if (cache.Get("{{key}}") != null) mixed++;
                    foreach (string key in new[] { "{{key}}", "1{{key}}", "{{key}}1" }) cache.Set(key, $"{i}");
                    if (i < 300) caches.Add(cache);
                }
                for (int i = 0; i < 300; i++) if (caches[i].Get("{{key}}") is string value && value != $"{i}") mixed++;
                Console.WriteLine($"{mixed} values of another instance");
                """,
                tried);
            long start = Stopwatch.GetTimestamp();
            int mixed = await maker.CountMixedAsync(key, instances, exam.CancellationToken);
            if (mixed > 0)
                throw exam.Unmet(tried, $"{mixed} values of another instance", "none");
            if (Stopwatch.GetElapsedTime(start) > ShortRound)
                return;
        }
    }

    private static readonly TimeSpan ShortRound = TimeSpan.FromSeconds(0.02);

    private static async Task ThousandAsync(ICacheMaker maker, Exam exam)
    {
        // Short and long values, and keys that begin alike: a cache may evict by size or by group, or lose entries to garbage collection.
        foreach ((string set, string prefix, int length) in (IReadOnlyList<(string, string, int)>)
            [("set once", exam.Word(), 0), ("with the same text before a colon", exam.Word(2) + ":/-_.| ", 0), ("with a long value", exam.Word(), LengthOfMany(exam))])
            await MustKeepAsync(maker, exam, $"a thousand keys, each {set}", new EntrySeries(prefix, 1_000, length));
        await MustKeepAsync(
            maker, exam, $"a thousand keys, each set {Times} times, and the last ten of them once more", new EntrySeries(exam.Word(), 1_000), Times);
    }

    // A cache may have a limit to all its characters.
    private static int LengthOfMany(Exam exam) =>
        exam.Numbers(1_000 * ManyLong, 900 * LongestMany).Select(n => n / 900).Append(ManyLong).Max();

    private static async Task MustKeepAsync(ICacheMaker maker, Exam exam, string tried, EntrySeries series, int times = 1)
    {
        int lost = await LostAsync(maker, exam, tried, series, 1, times);
        if (lost > 0)
            throw exam.Unmet(tried, $"{lost} values missing or wrong", "none");
    }

    /// <summary>How many entries are lost when a series is set in a new cache.</summary>
    /// <param name="writers">How many threads set it.</param>
    /// <param name="times">How often it is set.</param>
    internal static async Task<int> LostAsync(ICacheMaker maker, Exam exam, string tried, EntrySeries series, int writers, int times = 1)
    {
        CacheTrial trial = await OpenAsync(maker, exam, "cache", []);
        exam.Try(() => Script(series, writers, times), () => tried);
        for (int time = 0; time < times; time++)
            await trial.Cache.SetManyAsync(series, writers, exam.CancellationToken);
        for (int i = series.Count - 1; times > 1 && i >= series.Count - Few; i--)
            await trial.Cache.SetAsync(series.Key(i), series.Value(i), exam.CancellationToken);
        return await trial.Cache.CountLostAsync(series, 1, 1, exam.CancellationToken);
    }

    // The function holds no value when it has returned.
    private static string Script(EntrySeries series, int writers, int times) => $$"""
        var cache = new {{Class}}();
        void Fill()
        {
            {{(times == 1 ? series.SetCode("cache", writers) : $"for (int time = 0; time < {times}; time++) {series.SetCode("cache", writers)}")}}
            {{(times == 1 ? "" : $"for (int i = {series.Count - 1}; i >= {series.Count - Few}; i--) cache.Set($\"{series.Prefix}{{i}}\", $\"{{i}}\");")}}
        }
        Fill();
        GC.Collect();
        int lost = 0;
        {{series.CountLostCode("cache")}}
        Console.WriteLine($"{lost} values missing or wrong");
        """;
}
