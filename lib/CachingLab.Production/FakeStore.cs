using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production;

/// <summary>A store in memory that stands for a shared one, such as Redis. It can be made torn, dead or lying.</summary>
/// <param name="time">The clock of its expirations; the system's by default.</param>
public sealed class FakeStore(TimeProvider? time = null) : IDistributedCache
{
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly List<FakeEntry> entries = [];

    /// <summary>A copy of what is stored, oldest first.</summary>
    public IReadOnlyList<FakeEntry> Entries
    {
        get
        {
            lock (gate)
                return [.. entries.Where(e => !(e.ExpiresAt <= clock.GetUtcNow()))];
        }
    }

    /// <summary>Torn: how many bytes it hands out of each entry; null for all.</summary>
    public int? Torn { get; set; }

    /// <summary>Dead: what each read throws; null when reads work.</summary>
    public Exception? ReadFailure { get; set; }

    /// <summary>Dead: what each write throws; null when writes work.</summary>
    public Exception? WriteFailure { get; set; }

    /// <summary>Lying: it hands out the oldest entry that was stored under another key.</summary>
    public bool Lies { get; set; }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadFailure is null ? Task.FromResult(Find(key)) : Task.FromException<byte[]?>(ReadFailure);
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        if (WriteFailure is not null)
            return Task.FromException(WriteFailure);
        DateTimeOffset? expires = options.AbsoluteExpirationRelativeToNow is { } lifetime ? clock.GetUtcNow() + lifetime : options.AbsoluteExpiration;
        lock (gate)
        {
            entries.RemoveAll(e => e.Key == key);
            entries.Add(new FakeEntry(key, value.ToArray(), expires));
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        lock (gate)
            entries.RemoveAll(e => e.Key == key);
        return Task.CompletedTask;
    }

    /// <summary>Does nothing: no entry slides here.</summary>
    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();

    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    private byte[]? Find(string key)
    {
        FakeEntry? found = Lies ? Entries.FirstOrDefault(e => e.Key != key) : Entries.FirstOrDefault(e => e.Key == key);
        return found?.Value[..Math.Min(found.Value.Length, Torn ?? int.MaxValue)].ToArray();
    }
}

/// <summary>An entry of a <see cref="FakeStore"/>.</summary>
/// <param name="ExpiresAt">When it goes whatever happens; null for never.</param>
public sealed record FakeEntry(string Key, ReadOnlyMemory<byte> Value, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whether it goes by itself, in words.</summary>
    public string Lifetime => ExpiresAt is null ? "no absolute expiration" : "an absolute expiration";
}
