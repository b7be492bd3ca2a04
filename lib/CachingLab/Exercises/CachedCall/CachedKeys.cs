using System.Globalization;
using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.CachedCall;

/// <summary>The key function inside a cached call: the keys under which it looks for requests.</summary>
internal sealed class CachedKeys(ICachedCall call) : IKeyMaker
{
    public async Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string?> keys = await call.KeysAsync(requests, stored: true, cancellationToken).As(requests.Count);

        // A request that the learner's policy keeps from the cache has no key, so it gets a unique one.
        return [.. keys.Select((k, i) => k ?? i.ToString(CultureInfo.InvariantCulture) + "\0")];
    }

    public Task<IReadOnlyList<long>> DigestsAsync(KeySeries series, CancellationToken cancellationToken = default) =>
        call.DigestsAsync(series, cancellationToken);

    /// <summary>Two different requests that share a key, or null.</summary>
    /// <param name="own">Requests to try besides those of every exercise with a key.</param>
    public static async Task<KeyPair?> SameAsync(ICachedCall call, Exam exam, KeyFamily own)
    {
        var keys = new KeyProbe(new CachedKeys(call), exam, request => $"await CachedCallAsync(new {typeof(Calls.RecordingCache).FullName}(), "
            + $"{RequestText.Of(request)}, new FakeLlm(TimeSpan.Zero), new {typeof(LogCollector).FullName}())");
        return await keys.SameAsync(KeyPairs.Families(exam).Append(own)) ?? await keys.SameAsync(KeyPairs.Many(exam));
    }
}
