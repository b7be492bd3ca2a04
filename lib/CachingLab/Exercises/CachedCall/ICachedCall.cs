using System.Globalization;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Exercises.Keys;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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

/// <summary>A learner's cached call in this process.</summary>
public sealed class LocalCachedCall(Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> call) : ICachedCall
{
    public Task<string?> CallAsync(
        ILlmCache cache, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync<string?>(() => call(cache, request, llm, LogCollector.Of(log))!, cancellationToken);

    public Task<IReadOnlyList<string?>> KeysAsync(IReadOnlyList<LlmRequest> requests, bool stored, CancellationToken cancellationToken = default) =>
        Task.Run(() => KeysAsync(requests, new KeyCache(stored)), cancellationToken).WaitAsync(cancellationToken);

    public Task<int> EntriesAsync(LlmRequest request, int count, bool stored, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync(() => EntriesAsync(request, count, stored), cancellationToken);

    private async Task<int> EntriesAsync(LlmRequest request, int count, bool stored)
    {
        var cache = new KeyCache(stored);
        var log = new LogCollector();
        for (int i = 0; i < count; i++)
            await call(cache, stored ? request : request with { UserPrompt = string.Create(CultureInfo.InvariantCulture, $"{request.UserPrompt} {i}") }, cache, log);
        return log.Named(stored ? CachedTrials.Hit : CachedTrials.Set).Count(e => e.Level is LogLevel.Information);
    }

    private async Task<IReadOnlyList<string?>> KeysAsync(IReadOnlyList<LlmRequest> requests, KeyCache cache)
    {
        var keys = new List<string?>(requests.Count);
        try
        {
            foreach (LlmRequest request in requests)
            {
                cache.Key = null;
                await call(cache, request, cache, NullLogger.Instance);
                keys.Add(cache.Key);
            }
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = keys.Count };
        }

        return keys;
    }

    /// <summary>A cache that remembers its last key, and a model that answers without a delay.</summary>
    /// <param name="stored">Whether it holds an answer under every key.</param>
    private sealed class KeyCache(bool stored) : ILlmCache, ILlmClient
    {
        private static readonly Task<string> Yes = Task.FromResult("Yes.");

        public string? Key { get; set; }

        public string? Get(string key)
        {
            if (stored)
                Key = key;
            return stored ? Yes.Result : null;
        }

        public void Set(string key, string value)
        {
            if (!stored)
                Key = key;
        }

        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) => Yes;
    }
}
