using System.Globalization;
using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>What becomes of many entries in one cache.</summary>
internal static class CacheSeries
{
    // From so many entries on, another requirement checks that they are kept at all.
    private const int Many = 1_000;

    // The keys of one message, whose size is bounded.
    private const int KeysAtOnce = 10_000;

    /// <summary>Fails the requirement when an entry is gone after some reads. A cache may hold values weakly, or make room for what was read.</summary>
    /// <param name="times">How often to read each before a garbage collection; after it, each is read once more.</param>
    public static async Task AllStayAsync(this CacheTrial cache, EntrySeries series, int times, Exam exam)
    {
        string tried = $"{series.Count * times:N0} Gets, a garbage collection, and {series.Count:N0} more";

        // The functions hold no value when they have returned.
        string code = cache.Code($$"""
            void Fill() { {{series.SetCode("cache", 1)}} }
            int Lost(int times)
            {
                GC.Collect();
                int lost = 0;
                for (int time = 0; time < times; time++) {{series.CountLostCode("cache")}}
                return lost;
            }
            Fill();
            Console.WriteLine($"{Lost({{times}}) + Lost(1)} values missing or wrong");
            """.ReplaceLineEndings("\n"));
        exam.Try(code, tried);
        await cache.Cache.SetManyAsync(series, 1, exam.CancellationToken);
        int lost = await cache.Cache.CountLostAsync(series, 1, times, exam.CancellationToken);
        if (lost > 0 && series.Count >= Many)
            return;
        lost += await cache.Cache.CountLostAsync(series, 1, 1, exam.CancellationToken);
        if (lost > 0)
            throw exam.Unmet(tried, $"{lost} values missing or wrong", "none");
    }

    /// <summary>A key that has the value of another one, and that other key; null when there is none. Another requirement checks what is lost.</summary>
    public static async Task<(string One, string Other)?> MixedUpAsync(this CacheTrial cache, EntrySeries series, Exam exam)
    {
        await cache.SetManyAsync(series);
        if (await cache.Cache.CountLostAsync(series, 1, 1, exam.CancellationToken) == 0)
            return null;
        foreach (int[] some in Enumerable.Range(0, series.Count).Chunk(KeysAtOnce))
        {
            IReadOnlyList<string?> found = await cache.Cache.GetManyAsync([.. some.Select(series.Key)], exam.CancellationToken).As(some.Length);
            foreach ((int number, string? value) in some.Zip(found).Where(f => f.Second != series.Value(f.First)))
            {
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int other) && other < series.Count)
                    return (series.Key(number), series.Key(other));
            }
        }

        return null;
    }
}
