using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production.Stores;

/// <summary>Serves a distributed cache, such as the exam's <see cref="FakeStore"/>, to another process.</summary>
public sealed class ServedStore(IDistributedCache cache) : IEntryStore
{
    public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => cache.GetAsync(key, cancellationToken);

    public Task SetAsync(string key, byte[] value, EntryTerms terms, CancellationToken cancellationToken) =>
        cache.SetAsync(key, value, terms.ToOptions(), cancellationToken);

    public Task RefreshAsync(string key, CancellationToken cancellationToken) => cache.RefreshAsync(key, cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => cache.RemoveAsync(key, cancellationToken);
}
