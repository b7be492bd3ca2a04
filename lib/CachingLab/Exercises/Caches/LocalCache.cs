using CachingLab.Answers;

namespace CachingLab.Exercises.Caches;

/// <summary>An instance of a learner's cache in this process.</summary>
/// <param name="cache">The instance.</param>
public sealed class LocalCache(ILlmCache cache) : ITestedCache
{
    public Task<string?> GetAsync(string? key, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => cache.Get(key!), cancellationToken);

    public Task<IReadOnlyList<string?>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<IReadOnlyList<string?>>(() => [.. keys.Select(cache.Get)], cancellationToken);

    public Task SetAsync(string? key, string? value, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => Set(key, value), cancellationToken);

    public Task SetManyAsync(EntrySeries series, int writers, CancellationToken cancellationToken = default) =>
        WriteTogetherAsync(series, writers).WaitAsync(cancellationToken);

    // Threads of their own: on a small machine the pool would start the last writer long after the first is done.
    private async Task WriteTogetherAsync(EntrySeries series, int writers)
    {
        using var start = new Barrier(writers);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (int i = writer; i < series.Count; i += writers)
                    LearnerCode.Marked(() => Set(series.Key(i), series.Value(i)));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    private bool Set(string? key, string? value)
    {
        cache.Set(key!, value!);
        return true;
    }

    /// <summary>Makes an instance with the learner's constructor.</summary>
    internal static Task<ITestedCache> CreateAsync(Func<ILlmCache> create, CancellationToken cancellationToken) =>
        LearnerCode.RunAsync<ITestedCache>(() => new LocalCache(create()), cancellationToken);
}
