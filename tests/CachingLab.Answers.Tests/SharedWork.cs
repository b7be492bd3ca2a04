namespace CachingLab.Answers.Tests;

/// <summary>
/// Work that several tests look at: done once for each key, begun with the first that is asked for. One more runs at a time than there are cores, because some wait for a clock.
/// </summary>
/// <typeparam name="TKey">What tells one piece of work from another.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal sealed class SharedWork<TKey, TResult>(IEnumerable<TKey> keys, Func<TKey, Task<TResult>> work)
    where TKey : notnull
{
    private readonly Lazy<IReadOnlyDictionary<TKey, Task<TResult>>> begun = new(() =>
    {
        var cores = new SemaphoreSlim(Environment.ProcessorCount + 1);
        return keys.ToDictionary(k => k, k => Task.Run(async () =>
        {
            await cores.WaitAsync();
            try
            {
                return await work(k);
            }
            finally
            {
                cores.Release();
            }
        }));
    });

    public Task<TResult> this[TKey key] => begun.Value[key];

    /// <summary>What is done so far; nothing when nothing was asked for.</summary>
    public IEnumerable<(TKey Key, TResult Result)> Done() => begun.IsValueCreated
        ? begun.Value.Where(p => p.Value.IsCompletedSuccessfully).Select(p => (p.Key, p.Value.Result))
        : [];
}
