using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>A cache that lives as long as its object.</summary>
public static class MemoryCacheExercise
{
    private const string Class = "SimpleMemoryCache";
    private const string ThousandId = "keeps-a-thousand";

    // How many long values are asked for at once: a message from another process is bounded.
    private const int LongAtOnce = 250;

    private static readonly CacheRules<ICacheMaker> Rules = new(
        (maker, exam) => OpenAsync(maker, exam, "cache", []), plain: false, (Texts: 80, Longest: 20_000));

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
        AnswerMinutes = 5,
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
        string[] names = ["first", "second", "third"];
        var scenario = new CacheScenario(
            exam, () => new CacheFixture((number, script) => OpenAsync(maker, exam, names[number], script)), shared: false, "the same key in two instances")
        {
            FreshKeys = true,
        };
        await scenario.CheckAsync(CacheStep.Apart(exam, names.Length));
    }

    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(0.5);

    private static async Task ThousandAsync(ICacheMaker maker, Exam exam)
    {
        // Long values besides short ones: a cache may forget by what it holds, or when memory is cleaned up.
        foreach (int length in (int[])[0, 8_000])
        {
            var series = new EntrySeries(exam.Word(), 1_000, length);
            int lost = await LostAsync(maker, exam, series, 1, [.. Enumerable.Range(0, series.Count)]);
            if (lost > 0)
            {
                string tried = length == 0 ? "a thousand keys, each set once" : $"a thousand keys with values of {length:N0} characters";
                throw exam.Unmet(tried, $"{lost} values missing or wrong", "all of them");
            }
        }
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
        int lost = 0;
        foreach (int[] some in looked.Chunk(series.Length == 0 ? looked.Length : LongAtOnce))
        {
            IReadOnlyList<string?> found = await trial.Cache.GetManyAsync([.. some.Select(series.Key)], exam.CancellationToken).As(some.Length);
            lost += some.Zip(found).Count(p => series.Value(p.First) != p.Second);
        }

        return lost;
    }

    private static string Script(EntrySeries series, int writers) => $$"""
        var cache = new {{Class}}();
        {{series.SetCode("cache", writers)}}
        int lost = 0;
        {{series.CountLostCode("cache")}}
        Console.WriteLine($"{lost} values missing or wrong");
        """.ReplaceLineEndings("\n");
}
