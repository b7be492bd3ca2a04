using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's key function in another process.</summary>
/// <param name="work">The process.</param>
/// <param name="another">Starts one more with the same cells.</param>
internal sealed class RemoteKeyMaker(RemoteWork work, Func<CancellationToken, Task<RemoteWork>> another) : IKeyMaker
{
    public async Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default)
    {
        var ask = new MakeKeys(requests, culture);
        return await work.AskManyAsync(ask, requests.Count, cancellationToken);
    }

    public Task<IReadOnlyList<string?>> MakeKeysAsync(KeySeries series, CancellationToken cancellationToken = default) =>
        work.AskManyAsync(new MakeKeySeries(series), series.Count, cancellationToken);

    public async Task<IKeyMaker?> InAnotherProcessAsync(CancellationToken cancellationToken = default) =>
        new RemoteKeyMaker(await another(cancellationToken), another);
}
