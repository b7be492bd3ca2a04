using System.Diagnostics;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 10 says of HybridCache.</summary>
public sealed class HybridCacheTests
{
    private static readonly AsyncLocal<string?> Local = new();

    private int calls;

    [Fact]
    public async Task A_hundred_callers_at_once_make_one_call()
    {
        HybridCache cache = Cache();
        TaskCompletionSource answered = new();

        Task<string>[] asked =
        [
            .. Enumerable.Range(0, 100)
                .Select(_ => cache.GetOrCreateAsync("key", token => AnswerAsync("yes", answered.Task), cancellationToken: default).AsTask()),
        ];
        answered.SetResult();

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("yes", answer));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Two_instances_on_one_store_make_two_calls_at_once()
    {
        Store store = new();
        HybridCache one = Cache(store);
        HybridCache other = Cache(store);
        TaskCompletionSource answered = new();
        TaskCompletionSource bothAsked = new();

        ValueTask<string> Ask(CancellationToken token)
        {
            ValueTask<string> answer = AnswerAsync("yes", answered.Task);
            if (calls == 2)
                bothAsked.TrySetResult();
            return answer;
        }

        Task<string> first = one.GetOrCreateAsync("key", Ask, cancellationToken: CancellationToken.None).AsTask();
        Task<string> second = other.GetOrCreateAsync("key", Ask, cancellationToken: CancellationToken.None).AsTask();
        await bothAsked.Task.WaitAsync(TestContext.Current.CancellationToken);
        answered.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Two_instances_on_one_store_share_what_was_kept()
    {
        Store store = new();

        await Cache(store).GetOrCreateAsync("key", token => AnswerAsync("yes", Task.CompletedTask), cancellationToken: TestContext.Current.CancellationToken);
        await store.Written.WaitAsync(TestContext.Current.CancellationToken);
        string again = await Cache(store).GetOrCreateAsync("key", token => AnswerAsync("no", Task.CompletedTask), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("yes", 1), (again, calls));
    }

    [Fact]
    public async Task When_the_first_of_ten_cancels_the_other_nine_get_the_answer()
    {
        HybridCache cache = Cache();
        using CancellationTokenSource leaves = new();
        TaskCompletionSource answered = new();

        Task<string> first = cache.GetOrCreateAsync("key", token => AnswerAsync("yes", answered.Task.WaitAsync(token)), cancellationToken: leaves.Token).AsTask();
        Task<string>[] others = [.. Enumerable.Range(0, 9).Select(_ => cache.GetOrCreateAsync("key", token => AnswerAsync("yes", answered.Task.WaitAsync(token))).AsTask())];
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answered.SetResult();
        Assert.All(await Task.WhenAll(others), answer => Assert.Equal("yes", answer));
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Null_and_the_empty_text_are_kept(string? nothing)
    {
        HybridCache cache = Cache();

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(nothing, await cache.GetOrCreateAsync(
                "key", token => AnswerAsync(nothing!, Task.CompletedTask), cancellationToken: TestContext.Current.CancellationToken));
        }

        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData(1_024, 1)]
    [InlineData(1_025, 2)]
    public async Task A_key_over_1024_characters_is_not_cached_and_nothing_is_thrown(int length, int expectedCalls)
    {
        HybridCache cache = Cache();
        string key = new('k', length);

        for (int i = 0; i < 2; i++)
            await cache.GetOrCreateAsync(key, token => AnswerAsync("yes", Task.CompletedTask), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expectedCalls, calls);
    }

    [Fact]
    public async Task A_hundred_callers_of_a_key_over_1024_characters_make_a_hundred_calls()
    {
        HybridCache cache = Cache();
        TaskCompletionSource answered = new();
        string key = new('k', 1_025);

        Task<string>[] asked = [.. Enumerable.Range(0, 100).Select(_ => cache.GetOrCreateAsync(key, token => AnswerAsync("yes", answered.Task)).AsTask())];
        answered.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(100, calls);
    }

    [Theory]
    [InlineData(false, "ambient")]
    [InlineData(true, null)]
    public async Task With_a_token_that_can_be_cancelled_the_call_sees_no_activity_and_no_async_local(bool cancellable, string? seen)
    {
        HybridCache cache = Cache();
        using CancellationTokenSource source = new();
        using Activity activity = new("ambient");
        activity.Start();
        Local.Value = "ambient";

        string? inside = null, current = null;
        await cache.GetOrCreateAsync(
            "key",
            token =>
            {
                (inside, current) = (Local.Value, Activity.Current?.OperationName);
                return ValueTask.FromResult("yes");
            },
            cancellationToken: cancellable ? source.Token : CancellationToken.None);

        Assert.Equal((seen, seen), (inside, current));
    }

    [Fact]
    public async Task A_failure_reaches_all_who_wait_and_the_next_caller_asks_anew()
    {
        HybridCache cache = Cache();
        TaskCompletionSource answered = new();

        Task<string>[] asked = [.. Enumerable.Range(0, 10).Select(_ => cache.GetOrCreateAsync("key", token => AnswerAsync("yes", answered.Task)).AsTask())];
        answered.SetException(new IOException("gone"));

        foreach (Task<string> task in asked)
            await Assert.ThrowsAsync<IOException>(() => task);
        await cache.GetOrCreateAsync("key", token => AnswerAsync("yes", Task.CompletedTask), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, calls);
    }

    // Keeps what it was given in memory for the cache's default time, and in the store where there is one.
    private static HybridCache Cache(IDistributedCache? store = null)
    {
        ServiceCollection services = new();
        if (store is not null)
            services.AddSingleton(store);
        services.AddHybridCache();
        return services.BuildServiceProvider().GetRequiredService<HybridCache>();
    }

    private async ValueTask<string> AnswerAsync(string answer, Task when)
    {
        Interlocked.Increment(ref calls);
        await when;
        return answer;
    }

    // HybridCache leaves a MemoryDistributedCache out: what is in this process's memory needs no second copy there. Behind another type it stands for a store outside.
    private sealed class Store : IDistributedCache
    {
        private readonly MemoryDistributedCache entries = new(Options.Create(new MemoryDistributedCacheOptions()));
        private readonly TaskCompletionSource written = new();

        public Task Written => written.Task;

        public byte[]? Get(string key) => entries.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => entries.GetAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => entries.Set(key, value, options);

        public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            await entries.SetAsync(key, value, options, token);
            written.TrySetResult();
        }

        public void Refresh(string key) => entries.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => entries.RefreshAsync(key, token);

        public void Remove(string key) => entries.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => entries.RemoveAsync(key, token);
    }
}
