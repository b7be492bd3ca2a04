using System.Globalization;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Exercises.CachedCall;
using CachingLab.Exercises.Caches;
using CachingLab.Exercises.Functions;
using CachingLab.Exercises.Keys;
using CachingLab.Exercises.MemoryCache;
using CachingLab.Exercises.RequestLog;

namespace CachingLab.Tests.Checks;

public sealed class NotebookHostTests
{
    private static readonly LlmRequest Request = new("m", "s", "u", 1.5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_a_function_throws_is_the_learners_and_kept()
    {
        var mine = new OperationCanceledException("mine");
        AnswerException key = await Assert.ThrowsAsync<AnswerException>(() => new LocalKeyMaker(_ => throw mine).MakeKeysAsync([Request], "", Stop));
        AnswerException policy = await Assert.ThrowsAsync<AnswerException>(() => new LocalFunction<LlmRequest, bool>(_ => throw mine).EachAsync([Request], Stop));
        Assert.Same(mine, key.Original);
        Assert.Same(mine, policy.Original);
    }

    [Fact]
    public async Task An_exams_own_exception_type_thrown_by_a_learner_is_the_learners_too()
    {
        var forged = new NotRunException("all fine");
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(() => new LocalCacheMaker(() => throw forged).CreateAsync(Stop));
        Assert.Same(forged, thrown.Original);
    }

    [Fact]
    public async Task An_async_function_that_throws_before_or_after_its_first_await_is_the_same()
    {
        var mine = new IOException("mine");
        var early = new LocalLoggedCall((_, _, _, _) => throw mine);
        var late = new LocalCachedCall(async (_, _, _, _) =>
        {
            await Task.Yield();
            throw mine;
        });
        Assert.Same(mine, (await Assert.ThrowsAsync<AnswerException>(() => early.CallAsync("r", Request, new FakeLlm(), new LogCollector(), Stop))).Original);
        Assert.Same(mine, (await Assert.ThrowsAsync<AnswerException>(() => late.CallAsync(null!, Request, new FakeLlm(), new LogCollector(), Stop))).Original);
    }

    [Fact]
    public async Task A_null_task_is_an_answer_that_throws()
    {
        var call = new LocalLoggedCall((_, _, _, _) => null!);
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(() => call.CallAsync("r", Request, new FakeLlm(), new LogCollector(), Stop));
        Assert.True(thrown.Is<NullReferenceException>());
        Assert.Contains("returned null in place of a Task", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_returns_does_not_hold_the_exam()
    {
        using var never = new ManualResetEventSlim();
        using var ending = new CancellationTokenSource();
        Task<IReadOnlyList<string?>> keys = new LocalKeyMaker(_ =>
        {
            never.Wait(Stop);
            return "";
        }).MakeKeysAsync([Request], "", ending.Token);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keys);
        never.Set();
    }

    [Theory]
    [InlineData("", "1.5")]
    [InlineData("de-DE", "1,5")]
    public async Task A_key_is_made_under_the_culture_asked_for_and_the_culture_is_put_back(string culture, string key)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Assert.Equal([key], await new LocalKeyMaker(r => $"{r.Temperature}").MakeKeysAsync([Request], culture, Stop));
        Assert.Same(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public void A_culture_that_cannot_be_made_has_a_stand_in_with_a_decimal_comma()
    {
        Assert.Equal("1,5", 1.5.ToString(Cultures.Named("not a culture!")));
        Assert.Equal("1.5", 1.5.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_culture_is_put_back_when_the_code_throws()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Assert.Throws<IOException>(() => Cultures.During<int>("not a culture!", () => throw new IOException()));
        Assert.Same(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task One_writer_keeps_the_order_and_several_write_every_entry()
    {
        var cache = new RecordingCache();
        var series = new EntrySeries("k", 100);
        string[] keys = [.. Enumerable.Range(0, 100).Select(i => $"k{i}")];
        await new LocalCache(cache).SetManyAsync(series, 1, Stop);
        Assert.Equal(keys, cache.Keys);
        cache.Keys.Clear();
        await new LocalCache(cache).SetManyAsync(series, 8, Stop);
        Assert.Equal(keys.Order(), cache.Keys.Order());
        Assert.True(cache.Threads.Count >= 8);
    }

    [Fact]
    public async Task Several_writers_write_at_the_same_time()
    {
        // Each Set waits for the other three: it ends only if four threads are in it at once.
        using var together = new Barrier(4);
        var cache = new RecordingCache { OnSet = () => Assert.True(together.SignalAndWait(TimeSpan.FromMinutes(5), Stop)) };
        await new LocalCache(cache).SetManyAsync(new EntrySeries("k", 4), 4, Stop);
        Assert.Equal(4, cache.Keys.Count);
    }

    [Fact]
    public async Task A_writer_that_throws_is_an_answer_that_throws()
    {
        var cache = new RecordingCache { OnSet = () => throw new InvalidOperationException("mine") };
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(
            () => new LocalCache(cache).SetManyAsync(new EntrySeries("k", 2), 2, Stop));
        Assert.True(thrown.Is<InvalidOperationException>());
    }

    [Fact]
    public async Task A_null_key_reaches_the_learners_cache()
    {
        var cache = new RecordingCache();
        await new LocalCache(cache).SetAsync(null, null, Stop);
        Assert.Equal([null], cache.Keys);
    }

    private sealed class RecordingCache : ILlmCache
    {
        public List<string?> Keys { get; } = [];

        public HashSet<int> Threads { get; } = [];

        public Action OnSet { get; init; } = () => { };

        public string? Get(string key) => null;

        public void Set(string key, string value)
        {
            OnSet();
            lock (Keys)
            {
                Keys.Add(key);
                Threads.Add(Environment.CurrentManagedThreadId);
            }
        }
    }
}
