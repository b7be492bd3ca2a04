using CachingLab.Exams;
using CachingLab.Exercises.Keys;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Tells under which key a cached call looks for a request: the cache is the exam's.</summary>
/// <param name="call">The learner's cached call.</param>
/// <param name="exam">The exam.</param>
internal sealed class CachedKeys(ICachedCall call, Exam exam)
{
    // Each is a call with its Get: some hundred are judged in the time of a few misses.
    private const int Most = 500;
    private readonly KeyCache cache = new();
    private readonly FakeLlm llm = new(TimeSpan.Zero);
    private readonly LogCollector log = new() { Off = Enum.GetValues<LogLevel>() };

    /// <summary>Two different requests that are looked for under one key, or null.</summary>
    public async Task<(LlmRequest First, LlmRequest Second)?> SameAsync()
    {
        LlmRequest[] requests = [.. KeyPairs.Requests(exam).Distinct()];
        exam.Random.Shuffle(requests);
        var known = new Dictionary<string, LlmRequest>(StringComparer.Ordinal);
        foreach (LlmRequest request in requests.Take(Most))
        {
            cache.Key = null;
            await call.CallAsync(cache, request, llm, log, exam.CancellationToken);

            // One that a policy keeps from the cache is looked for under no key.
            if (cache.Key is { } key && !known.TryAdd(key, request))
                return (known[key], request);
        }

        return null;
    }

    /// <summary>Holds something under every key, and keeps the key.</summary>
    private sealed class KeyCache : ILlmCache
    {
        public string? Key { get; set; }

        public string? Get(string key)
        {
            Key = key;
            return "Yes.";
        }

        public void Set(string key, string value)
        {
            // A hit stores nothing, and if it does, that is another requirement's matter.
        }
    }
}
