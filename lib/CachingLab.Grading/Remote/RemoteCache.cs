using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>One instance of a learner's cache in another process.</summary>
/// <param name="work">The process.</param>
/// <param name="handle">The instance's number there.</param>
internal sealed class RemoteCache(RemoteWork work, int handle) : ITestedCache
{
    public async Task<string?> GetAsync(string? key, CancellationToken cancellationToken = default) =>
        (await work.AskAsync<TextReply>(new GetEntry(handle, key), cancellationToken)).Value;

    public Task<IReadOnlyList<string?>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default) =>
        work.AskManyAsync(new GetEntries(handle, keys), keys.Count, cancellationToken);

    public Task SetAsync(string? key, string? value, CancellationToken cancellationToken = default) =>
        work.AskAsync<Done>(new SetEntry(handle, key, value), cancellationToken);

    public Task SetManyAsync(EntrySeries series, int writers, CancellationToken cancellationToken = default) =>
        work.AskAsync<Done>(new SetSeries(handle, series.Prefix, series.Count, series.Length, writers), cancellationToken);
}
