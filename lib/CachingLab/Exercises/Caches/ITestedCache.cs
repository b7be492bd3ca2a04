using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>One instance of a learner's cache, as the exam sees it. What the learner's code throws arrives as an <see cref="AnswerException"/>.</summary>
public interface ITestedCache
{
    /// <summary>Calls <c>Get</c>.</summary>
    /// <param name="key">The key, which may be null on purpose.</param>
    Task<string?> GetAsync(string? key, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Get</c> for every key, one after another.</summary>
    Task<IReadOnlyList<string?>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Set</c>.</summary>
    /// <param name="key">The key, which may be null on purpose.</param>
    Task SetAsync(string? key, string? value, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Set</c> for every entry of a series, from <paramref name="writers"/> threads that start together and share the entries out.</summary>
    /// <param name="writers">How many threads; 1 keeps the order.</param>
    /// <exception cref="AnswerException">The learner's code threw on one of the threads.</exception>
    Task SetManyAsync(EntrySeries series, int writers, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Get</c> for every entry of a series again and again, from <paramref name="readers"/> threads that start together.</summary>
    /// <remarks>Collects garbage first, so that an entry behind a weak reference is lost.</remarks>
    /// <param name="times">How often each thread reads each entry.</param>
    /// <returns>How many of the calls returned something else than the entry's value.</returns>
    /// <exception cref="AnswerException">The learner's code threw on one of the threads.</exception>
    Task<int> CountLostAsync(EntrySeries series, int readers, int times, CancellationToken cancellationToken = default);

    /// <summary>Sets and reads a key on one thread, sets it on another, and reads it on the first again.</summary>
    /// <returns>The value that was read last.</returns>
    Task<string?> GetAfterAnotherThreadAsync(string key, string before, string after, CancellationToken cancellationToken = default);
}

/// <summary>An instance of a learner's cache in this process.</summary>
public sealed class LocalCache(ILlmCache cache) : ITestedCache
{
    public Task<string?> GetAsync(string? key, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => cache.Get(key!), cancellationToken);

    public Task<IReadOnlyList<string?>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<IReadOnlyList<string?>>(() => [.. keys.Select(cache.Get)], cancellationToken);

    public Task SetAsync(string? key, string? value, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => cache.Set(key!, value!), cancellationToken);

    public Task SetManyAsync(EntrySeries series, int writers, CancellationToken cancellationToken = default) =>
        TogetherAsync(writers, writer =>
        {
            for (int i = writer; i < series.Count; i += writers)
                LearnerCode.Marked(() => cache.Set(series.Key(i), series.Value(i)));
        }).WaitAsync(cancellationToken);

    public async Task<int> CountLostAsync(EntrySeries series, int readers, int times, CancellationToken cancellationToken = default)
    {
        string[] keys = [.. Enumerable.Range(0, series.Count).Select(series.Key)], values = [.. Enumerable.Range(0, series.Count).Select(series.Value)];
        int lost = 0;
        GC.Collect();
        await TogetherAsync(readers, _ =>
        {
            for (int i = 0; i < times * series.Count; i++)
            {
                if (LearnerCode.Marked(() => cache.Get(keys[i % series.Count])) != values[i % series.Count])
                    Interlocked.Increment(ref lost);
            }
        }).WaitAsync(cancellationToken);
        return lost;
    }

    public Task<string?> GetAfterAnotherThreadAsync(string key, string before, string after, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(
            () =>
            {
                cache.Set(key, before);
                cache.Get(key);
                TogetherAsync(1, _ => cache.Set(key, after)).GetAwaiter().GetResult();
                return cache.Get(key);
            },
            cancellationToken);

    // Uses dedicated threads: on a small machine the pool would start the last one long after the first has ended.
    internal static async Task TogetherAsync(int threads, Action<int> run)
    {
        using var start = new Barrier(threads);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(number => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                run(number);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    /// <summary>Makes an instance with the learner's constructor.</summary>
    internal static Task<ITestedCache> CreateAsync(Func<ILlmCache> create, CancellationToken cancellationToken) =>
        LearnerCode.RunAsync<ITestedCache>(() => new LocalCache(create()), cancellationToken);
}
