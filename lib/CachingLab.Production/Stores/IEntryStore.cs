using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production.Stores;

/// <summary>The store behind an <see cref="IDistributedCache"/>: what the exam answers to the reads and writes that reach it.</summary>
public interface IEntryStore
{
    /// <summary>The bytes under a key; null when there are none.</summary>
    Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken);

    Task SetAsync(string key, byte[] value, EntryTerms terms, CancellationToken cancellationToken);

    /// <summary>Begins a sliding entry's time anew.</summary>
    Task RefreshAsync(string key, CancellationToken cancellationToken);

    Task RemoveAsync(string key, CancellationToken cancellationToken);
}

/// <summary>How long an entry may live, in a form that can cross between processes.</summary>
/// <param name="At">When it expires.</param>
/// <param name="After">How long after the write it expires.</param>
/// <param name="Sliding">How long after the last read it expires.</param>
public sealed record EntryTerms(DateTimeOffset? At, TimeSpan? After, TimeSpan? Sliding)
{
    public static EntryTerms Of(DistributedCacheEntryOptions options) =>
        new(options.AbsoluteExpiration, options.AbsoluteExpirationRelativeToNow, options.SlidingExpiration);

    public DistributedCacheEntryOptions ToOptions()
    {
        var options = new DistributedCacheEntryOptions { AbsoluteExpiration = At };
        if (After > TimeSpan.Zero)
            options.AbsoluteExpirationRelativeToNow = After;
        if (Sliding > TimeSpan.Zero)
            options.SlidingExpiration = Sliding;
        return options;
    }
}
