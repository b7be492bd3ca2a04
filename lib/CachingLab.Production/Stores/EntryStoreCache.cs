using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production.Stores;

/// <summary>A distributed cache in the learner's process; each call goes on to the exam's store as it happens.</summary>
public sealed class EntryStoreCache(IEntryStore store) : IDistributedCache
{
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return store.GetAsync(key, token);
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        return store.SetAsync(key, value, EntryTerms.Of(options), token);
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => store.RefreshAsync(key, token);

    public Task RemoveAsync(string key, CancellationToken token = default) => store.RemoveAsync(key, token);

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();
}
