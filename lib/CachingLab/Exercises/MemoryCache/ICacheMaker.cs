using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>Makes instances of a learner's memory cache. What the learner's code throws arrives as an <see cref="AnswerException"/>.</summary>
public interface ICacheMaker
{
    Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes many instances one after another and sets three keys in each, to a value of its own. Keeps the first 300 of them.</summary>
    /// <param name="key">The key that is read; the other two are this one with a 1 before or after it.</param>
    /// <returns>How many had a value before, and how many of the first have another one afterwards.</returns>
    Task<int> CountMixedAsync(string key, int instances, CancellationToken cancellationToken = default);

    /// <summary>Makes many instances. Two threads set the first 16 keys of each at the same time.</summary>
    /// <returns>How many of the keys are missing or have another value.</returns>
    Task<int> CountLostAtFirstAsync(int instances, CancellationToken cancellationToken = default);
}

/// <summary>Makes a learner's memory caches in this process.</summary>
public sealed class LocalCacheMaker(Func<ILlmCache> create) : ICacheMaker
{
    // In milliseconds. The other thread may have to wait for a processor.
    private const int MostWaited = 10;

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

    public Task<int> CountLostAtFirstAsync(int instances, CancellationToken cancellationToken = default) => LearnerCode.RunAsync(
        () =>
        {
            ILlmCache[] caches = [.. Enumerable.Range(0, instances).Select(_ => create())];
            int[] arrived = new int[2];
            LocalCache.TogetherAsync(2, thread =>
            {
                try
                {
                    foreach ((int number, ILlmCache cache) in caches.Index())
                    {
                        string[] keys = [.. Keys(number, thread)];

                        // Spins, because a barrier would wake one thread some microseconds after the other.
                        Volatile.Write(ref arrived[thread], number + 1);
                        SpinWait.SpinUntil(() => Volatile.Read(ref arrived[1 - thread]) > number, MostWaited);
                        foreach (string key in keys)
                            cache.Set(key, "value");
                    }
                }
                finally
                {
                    Volatile.Write(ref arrived[thread], int.MaxValue);
                }
            }).GetAwaiter().GetResult();
            return caches.Index().Sum(c => Keys(c.Index, 0).Concat(Keys(c.Index, 1)).Count(key => c.Item.Get(key) != "value"));
        },
        cancellationToken);

    private static IEnumerable<string> Keys(int cache, int thread) => Enumerable.Range(0, 8).Select(i => $"{cache} {thread} {i}");
}
