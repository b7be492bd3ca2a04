using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>Makes instances of a learner's memory cache.</summary>
public interface ICacheMaker
{
    Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes many instances one after another and sets three keys in each, to a value of its own. Keeps the first 300 of them.</summary>
    /// <param name="key">The key that is read; the other two are this one with a 1 before or after it.</param>
    /// <returns>How many had a value before, and how many of the first have another one afterwards.</returns>
    Task<int> CountMixedAsync(string key, int instances, CancellationToken cancellationToken = default);
}
