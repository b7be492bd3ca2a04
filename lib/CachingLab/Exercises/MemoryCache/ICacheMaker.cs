using CachingLab.Answers;
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

    /// <summary>Makes many instances one after another. Two threads that start together set a key each in every one.</summary>
    /// <returns>How many of the keys are missing or have another value.</returns>
    Task<int> CountLostAtFirstAsync(int instances, CancellationToken cancellationToken = default);
}

/// <summary>Makes a learner's memory caches in this process.</summary>
public sealed class LocalCacheMaker(Func<ILlmCache> create) : ICacheMaker
{
    public Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default) => LocalCache.CreateAsync(create, cancellationToken);

    public Task<int> CountMixedAsync(string key, int instances, CancellationToken cancellationToken = default) => LearnerCode.RunAsync(
        () =>
        {
            var first = new List<ILlmCache>();
            int mixed = 0;
            for (int i = 0; i < instances; i++)
            {
                ILlmCache cache = create();
                mixed += cache.Get(key) is null ? 0 : 1;
                foreach (string one in (string[])[key, $"1{key}", $"{key}1"])
                    cache.Set(one, $"{i}");
                if (first.Count < 300)
                    first.Add(cache);
            }

            return mixed + first.Index().Count(c => c.Item.Get(key) is { } value && value != $"{c.Index}");
        },
        cancellationToken);

    public async Task<int> CountLostAtFirstAsync(int instances, CancellationToken cancellationToken = default)
    {
        int lost = 0;
        for (int i = 0; i < instances; i++)
        {
            ITestedCache cache = await CreateAsync(cancellationToken);
            var series = new EntrySeries("", Count: 2);
            await cache.SetManyAsync(series, series.Count, cancellationToken);
            IReadOnlyList<string?> found = await cache.GetManyAsync([series.Key(0), series.Key(1)], cancellationToken);
            lost += found.Index().Count(f => f.Item != series.Value(f.Index));
        }

        return lost;
    }
}
