using System.Globalization;
using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>One instance of a learner's cache, and the C# that repeats the calls made to it.</summary>
/// <param name="name">What the instance is called in the code.</param>
/// <param name="script">The lines so far; instances that are used together share them.</param>
internal sealed class CacheTrial(ITestedCache cache, Exam exam, string name, List<string> script)
{
    // From so many entries on, another requirement checks that they are kept at all.
    private const int Many = 1_000;

    // The keys of one message, whose size is bounded.
    private const int KeysAtOnce = 10_000;

    /// <summary>The instance, for calls that are not added to the script.</summary>
    public ITestedCache Cache => cache;

    /// <summary>The same instance, asked by another requirement.</summary>
    public CacheTrial In(Exam other) => new(cache, other, name, script);

    public static string Code(IEnumerable<string> script, string last) => string.Join('\n', script.Append(last));

    public string Code(string last) => Code(script, last);

    public void Waited(int milliseconds) => script.Add($"await Task.Delay({milliseconds});");

    public async Task SetAsync(string? key, string value)
    {
        string line = $"{name}.Set({RequestText.Text(key)}, {RequestText.Text(value)});";
        exam.Try(() => Code(script, line));
        await cache.SetAsync(key, value, exam.CancellationToken);
        script.Add(line);
    }

    public async Task SetManyAsync(EntrySeries series)
    {
        string line = series.SetCode(name, 1);
        exam.Try(() => Code(script, line));
        await cache.SetManyAsync(series, 1, exam.CancellationToken);
        script.Add(line);
    }

    public async Task<string?> GetAsync(string? key)
    {
        string call = $"{name}.Get({RequestText.Text(key)})";
        exam.Try(() => Code(script, $"Got.Value({call});"), () => call);
        return await cache.GetAsync(key, exam.CancellationToken);
    }

    public async Task ExpectAsync(string key, string? expected, string tried)
    {
        string? got = await GetAsync(key);
        if (got != expected)
            throw exam.Unmet(tried, GotText.Value(got), GotText.Value(expected));

        // A Get belongs in the script because it may change the cache.
        script.Add($"{exam.Calling};");
    }

    /// <summary>Fails the requirement when a call with a null key does anything but throw <see cref="ArgumentNullException"/>.</summary>
    /// <param name="code">The call as C#, without the instance's name.</param>
    /// <param name="tried">What the call is, in words.</param>
    public async Task ExpectNullRefusedAsync(Func<Task> call, string code, string tried)
    {
        string got = GotText.Thrown(null);
        try
        {
            await call();
        }
        catch (AnswerException e) when (e.Is<ArgumentNullException>())
        {
            return;
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            got = GotText.Thrown(e);
        }

        throw exam.Unmet(tried, got, "an ArgumentNullException", Code(script, $"Got.Thrown(() => {name}.{code});"));
    }

    /// <summary>Fails the requirement when an entry is gone after some reads. A cache may hold values weakly, or make room for what was read.</summary>
    /// <param name="times">How often to read each before a garbage collection; after it, each is read once more.</param>
    public async Task AllStayAsync(EntrySeries series, int times)
    {
        string tried = $"{series.Count * times:N0} Gets, a garbage collection, and {series.Count:N0} more";

        // The functions hold no value when they have returned.
        string code = Code($$"""
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
            """);
        exam.Try(code, tried);
        await cache.SetManyAsync(series, 1, exam.CancellationToken);
        int lost = await cache.CountLostAsync(series, 1, times, exam.CancellationToken);
        if (lost > 0 && series.Count >= Many)
            return;
        lost += await cache.CountLostAsync(series, 1, 1, exam.CancellationToken);
        if (lost > 0)
            throw exam.Unmet(tried, $"{lost} values missing or wrong", "none");
    }

    /// <summary>How many entries are lost when more are added to the first ones.</summary>
    /// <param name="read">Whether the first ones are read before. A cache may move what is read, and add entries in a wrong place then.</param>
    public async Task<int> CountLostAsync(EntrySeries first, EntrySeries more, bool read)
    {
        exam.Try(
            Code($$"""
            int lost = 0;
            {{first.SetCode(name, 1)}}
            {{(read ? first.CountLostCode(name) : "")}}
            {{more.SetCode(name, 1)}}
            {{first.CountLostCode(name)}}
            {{more.CountLostCode(name)}}
            Console.WriteLine($"{lost} values missing or wrong");
            """),
            $"{first.Count:N0} keys, {(read ? "a Get of each, " : "")}and {more.Count:N0} more");
        await cache.SetManyAsync(first, 1, exam.CancellationToken);
        int lost = read ? await cache.CountLostAsync(first, 1, 1, exam.CancellationToken) : 0;
        await cache.SetManyAsync(more, 1, exam.CancellationToken);
        return lost + await cache.CountLostAsync(first, 1, 1, exam.CancellationToken) + await cache.CountLostAsync(more, 1, 1, exam.CancellationToken);
    }

    /// <summary>A key that has the value of another one, and that other key; null when there is none. Another requirement checks what is lost.</summary>
    public async Task<(string One, string Other)?> MixedUpAsync(EntrySeries series)
    {
        await SetManyAsync(series);
        if (await cache.CountLostAsync(series, 1, 1, exam.CancellationToken) == 0)
            return null;
        foreach (int[] some in Enumerable.Range(0, series.Count).Chunk(KeysAtOnce))
        {
            IReadOnlyList<string?> found = await cache.GetManyAsync([.. some.Select(series.Key)], exam.CancellationToken).As(some.Length);
            foreach ((int number, string? value) in some.Zip(found).Where(f => f.Second != series.Value(f.First)))
            {
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int other) && other < series.Count)
                    return (series.Key(number), series.Key(other));
            }
        }

        return null;
    }
}
