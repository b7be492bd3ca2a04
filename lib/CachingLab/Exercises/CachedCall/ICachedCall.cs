using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.CachedCall;

/// <summary>A learner's cached call, as the exam sees it.</summary>
public interface ICachedCall
{
    /// <summary>Calls <c>CachedCallAsync</c> with these arguments.</summary>
    /// <param name="llm">The model to call on a miss.</param>
    Task<string?> CallAsync(
        ILlmCache cache, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default);

    /// <summary>Makes a call with each request, one after another, and keeps the keys. All of it happens where the learner's code runs.</summary>
    /// <param name="requests">The requests: many at a time because a call may have to cross to another process.</param>
    /// <param name="stored">True for the keys of Get, with a cache that holds an answer to each; false for the keys of Set, with an empty cache.</param>
    /// <returns>The key of each request; null where the cache was not used.</returns>
    /// <exception cref="AnswerException">The learner's code threw; <see cref="AnswerException.At"/> says for which request.</exception>
    Task<IReadOnlyList<string?>> KeysAsync(IReadOnlyList<LlmRequest> requests, bool stored, CancellationToken cancellationToken = default);

    /// <summary>Makes many hits of one request, or many misses of different ones, where the learner's code runs.</summary>
    /// <param name="request">The request; the number of the miss follows its user prompt.</param>
    /// <param name="stored">True for hits, false for misses.</param>
    /// <returns>How many Information entries <c>llm_cache_hit</c> the hits logged, or how many <c>llm_cache_set</c> the misses.</returns>
    Task<int> EntriesAsync(LlmRequest request, int count, bool stored, CancellationToken cancellationToken = default);

    /// <summary>The digests of the keys that the cache is asked for, one for each request in order; see <see cref="KeyDigest"/>.</summary>
    /// <exception cref="AnswerException">The learner's code threw; <see cref="AnswerException.At"/> says for which request, counted from the first.</exception>
    async Task<IReadOnlyList<long>> DigestsAsync(KeySeries series, CancellationToken cancellationToken = default) =>
        [.. (await KeysAsync([.. series.Requests()], stored: true, cancellationToken)).Select(k => k is null ? KeyDigest.Unfit : KeyDigest.Of(k))];
}
