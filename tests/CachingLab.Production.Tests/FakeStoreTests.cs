using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Production.Tests;

public sealed class FakeStoreTests
{
    private readonly FakeTimeProvider time = new();
    private readonly FakeStore store;

    public FakeStoreTests() => store = new FakeStore(time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_gives_back_what_was_stored_last()
    {
        await SetAsync("a", 1, 2);
        await SetAsync("a", 3);
        Assert.Equal([3], await store.GetAsync("a", Token));
        Assert.Null(await store.GetAsync("A", Token));
    }

    [Fact]
    public void The_calls_that_wait_do_the_same()
    {
        store.Set("a", [1], new DistributedCacheEntryOptions());
        Assert.Equal([1], store.Get("a"));
        store.Remove("a");
        Assert.Null(store.Get("a"));
    }

    [Fact]
    public async Task An_entry_goes_at_its_absolute_expiration()
    {
        await store.SetAsync("in a minute", [1], new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) }, Token);
        await store.SetAsync("at a time", [2], new() { AbsoluteExpiration = time.GetUtcNow().AddMinutes(1) }, Token);
        await store.SetAsync("never", [3], new DistributedCacheEntryOptions(), Token);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(3, store.Entries.Count);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("never", Assert.Single(store.Entries).Key);
        Assert.Null(await store.GetAsync("at a time", Token));
    }

    [Fact]
    public async Task A_torn_store_hands_out_the_beginning()
    {
        await SetAsync("a", 1, 2, 3);
        store.Torn = 2;
        Assert.Equal([1, 2], await store.GetAsync("a", Token));
        store.Torn = 9;
        Assert.Equal([1, 2, 3], await store.GetAsync("a", Token));
    }

    [Fact]
    public async Task A_lying_store_hands_out_another_key_s_entry()
    {
        await SetAsync("a", 1);
        store.Lies = true;
        Assert.Null(await store.GetAsync("a", Token));
        Assert.Equal([1], await store.GetAsync("b", Token));
    }

    [Fact]
    public async Task A_dead_store_throws_and_keeps_nothing()
    {
        store.WriteFailure = new IOException("no connection");
        Assert.Same(store.WriteFailure, await Assert.ThrowsAsync<IOException>(() => SetAsync("a", 1)));
        Assert.Empty(store.Entries);
        store.ReadFailure = new TimeoutException("too slow");
        Assert.Same(store.ReadFailure, await Assert.ThrowsAsync<TimeoutException>(() => store.GetAsync("a", Token)));
    }

    private Task SetAsync(string key, params byte[] value) => store.SetAsync(key, value, new DistributedCacheEntryOptions(), Token);
}
