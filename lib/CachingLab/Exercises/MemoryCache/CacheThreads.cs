using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>What a memory cache does when several threads use it.</summary>
internal static class CacheThreads
{
    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(0.5);

    public static async Task ParallelAsync(ICacheMaker maker, Exam exam)
    {
        await ReadersAsync(maker, exam);
        await WritersAsync(maker, exam);
        await AnotherThreadAsync(maker, exam);
        await AtFirstAsync(maker, exam);
    }

    // On few and busy cores, threads overlap only when each works for some milliseconds: hence the many keys.
    // Threads of a slow cache overlap with fewer keys, so it is spared the longer rounds.
    private static async Task WritersAsync(ICacheMaker maker, Exam exam)
    {
        foreach (int count in (int[])[1_000, 4_000, 15_000, 60_000, 60_000, 60_000])
        {
            long start = Stopwatch.GetTimestamp();
            var series = new EntrySeries(exam.Word(4), count);
            string tried = $"{series.Count:N0} keys, set by four threads at once";
            int lost = await MemoryCacheExercise.LostAsync(maker, exam, tried, series, 4);
            if (lost == 0 && Stopwatch.GetElapsedTime(start) > LongRound)
                return;
            if (lost == 0)
                continue;
            UnmetException unmet = exam.Unmet(tried, $"{lost} values missing or wrong", "none");
            throw await MemoryCacheExercise.LostAsync(maker, exam, $"{series.Count:N0} keys, set one after another", series, 1) == 0
                ? unmet
                : new NotRunException("cannot be judged: the cache loses entries even when they are set one after another");
        }
    }

    // A cache may keep a copy of an entry for each thread.
    private static async Task AnotherThreadAsync(ICacheMaker maker, Exam exam)
    {
        (string key, string before, string after) = (exam.Word(), exam.Word(), exam.Word());
        CacheTrial trial = await MemoryCacheExercise.OpenAsync(maker, exam, "cache", []);
        exam.Try(trial.Code($"""
            cache.Set("{key}", "{before}");
            cache.Get("{key}");
            var other = new System.Threading.Thread(() => cache.Set("{key}", "{after}"));
            other.Start();
            other.Join();
            Got.Value(cache.Get("{key}"));
            """));
        string? got = await trial.Cache.GetAfterAnotherThreadAsync(key, before, after, exam.CancellationToken);
        if (got != after)
            throw exam.Unmet("a key that another thread has set again", GotText.Value(got), GotText.Value(after));
    }

    // A cache may create its parts when the first keys come. Two threads must not create the same part twice.
    private static async Task AtFirstAsync(ICacheMaker maker, Exam exam)
    {
        const int Instances = 1_000;
        const string Tried = "the first 16 keys of 1,000 new caches, set by two threads at once";
        exam.Try(
            $$"""
            var caches = Enumerable.Range(0, {{Instances}}).Select(n => new {{MemoryCacheExercise.Class}}()).ToArray();
            string[] Keys(int n, int thread) => Enumerable.Range(0, 8).Select(i => $"{n} {thread} {i}").ToArray();
            var arrived = new int[2];
            await Task.WhenAll(Enumerable.Range(0, 2).Select(thread => Task.Factory.StartNew(() =>
            {
                try
                {
                    foreach (int n in Enumerable.Range(0, caches.Length))
                    {
                        string[] keys = Keys(n, thread);
                        System.Threading.Volatile.Write(ref arrived[thread], n + 1);
                        System.Threading.SpinWait.SpinUntil(() => System.Threading.Volatile.Read(ref arrived[1 - thread]) > n, 10);
                        foreach (string key in keys) caches[n].Set(key, "value");
                    }
                }
                finally { System.Threading.Volatile.Write(ref arrived[thread], int.MaxValue); }
            }, TaskCreationOptions.LongRunning)));
            int lost = Enumerable.Range(0, caches.Length).Sum(n => Keys(n, 0).Concat(Keys(n, 1)).Count(key => caches[n].Get(key) != "value"));
            Console.WriteLine($"{lost} values missing or wrong");
            """,
            Tried);
        int lost = await maker.CountLostAtFirstAsync(Instances, exam.CancellationToken);
        if (lost > 0)
            throw exam.Unmet(Tried, $"{lost} values missing or wrong", "none");
    }

    // Every Get must find its entry while another thread reads.
    private static async Task ReadersAsync(ICacheMaker maker, Exam exam)
    {
        const int Rounds = 20_000;
        const string Tried = "three keys, read by two threads at once";
        var series = new EntrySeries(exam.Word(), 3);
        string code = $$"""
            var cache = new {{MemoryCacheExercise.Class}}();
            {{series.SetCode("cache", 1)}}
            int lost = 0;
            Parallel.For(0, 2, reader =>
            {
                for (int i = 0; i < {{Rounds * series.Count}}; i++)
                    if (cache.Get($"{{series.Prefix}}{i % {{series.Count}}}") is null) System.Threading.Interlocked.Increment(ref lost);
            });
            Console.WriteLine($"{lost} values missing or wrong");
            """;
        CacheTrial trial = await MemoryCacheExercise.OpenAsync(maker, exam, "cache", []);
        exam.Try(code, Tried);
        await trial.Cache.SetManyAsync(series, 1, exam.CancellationToken);

        // Another requirement checks what one reader alone finds.
        int alone = await trial.Cache.CountLostAsync(series, 1, Rounds, exam.CancellationToken);
        int lost = alone > 0 ? 0 : await trial.Cache.CountLostAsync(series, 2, Rounds, exam.CancellationToken);
        if (lost > 0)
            throw exam.Unmet(Tried, $"{lost} values missing or wrong", "none");
    }
}
