using System.Diagnostics;
using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>A cache that lives as long as its object.</summary>
public static class MemoryCacheExercise
{
    private const string Class = "SimpleMemoryCache";
    private const string ThousandId = "keeps-a-thousand";

    // Line ends are asked for in a file by a requirement of its own.
    private static readonly CacheRules<ICacheMaker> Rules = new((maker, exam) => OpenAsync(maker, exam, "cache", []), "one\r\ntwo", "caf\u00e9 \u6f22\u5b57 \ud83d\ude00");

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
    ])
    {
        FirstStep = "Give the class a field of its own that finds an answer by its key, and let Set write into it. "
            + "Then decide what Get returns for a key that was never set.",
    };

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

    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(0.5);

    private static async Task ThousandAsync(ICacheMaker maker, Exam exam)
    {
        var series = new EntrySeries(exam.Word(), 1_000);
        int lost = await LostAsync(maker, exam, series, 1, [.. Enumerable.Range(0, series.Count)]);
        if (lost > 0)
            throw exam.Unmet("a thousand keys, each set once", $"{lost} values missing or wrong", "all of them");
    }

    // Where cores are few and busy, threads meet only if each has work for some milliseconds: hence so many keys, of which some are looked at.
    // A cache that takes long for few of them is spared the many: there, threads meet all the same.
    private static async Task ParallelAsync(ICacheMaker maker, Exam exam)
    {
        foreach (int count in (int[])[1_000, 4_000, 15_000, 60_000, 60_000, 60_000])
        {
            long start = Stopwatch.GetTimestamp();
            var series = new EntrySeries(exam.Word(4), count);
            int[] some = [.. Enumerable.Range(0, Math.Min(count, 5_000)).Select(_ => exam.Random.Next(series.Count))];
            int lost = await LostAsync(maker, exam, series, 4, some);
            if (lost == 0 && Stopwatch.GetElapsedTime(start) > LongRound)
                return;
            if (lost == 0)
                continue;
            UnmetException unmet = exam.Unmet(
                $"{series.Count:N0} keys, set by four threads at once", $"{lost} values missing or wrong among {some.Length:N0} that were looked at", "all of them");
            throw await LostAsync(maker, exam, series, 1, some) == 0
                ? unmet
                : new NotRunException("cannot be judged: the cache forgets old entries when many are set one after another");
        }
    }

    private static async Task<int> LostAsync(ICacheMaker maker, Exam exam, EntrySeries series, int writers, int[] looked)
    {
        CacheTrial trial = await OpenAsync(maker, exam, "cache", []);
        exam.Try(() => Script(series, writers));
        await trial.Cache.SetManyAsync(series, writers, exam.CancellationToken);
        IReadOnlyList<string?> found = await trial.Cache.GetManyAsync([.. looked.Select(series.Key)], exam.CancellationToken);
        return looked.Zip(found).Count(p => EntrySeries.Value(p.First) != p.Second);
    }

    private static string Script(EntrySeries series, int writers) => $$"""
        var cache = new {{Class}}();
        {{series.SetCode("cache", writers)}}
        int lost = 0;
        {{series.CountLostCode("cache")}}
        Console.WriteLine($"{lost} values missing or wrong");
        """.ReplaceLineEndings("\n");
}
