// answer: right
// style: a pattern with an early return, EventId names, the model as the only field
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string key = Convert.ToHexStringLower(SHA512.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType())));
    if (cache.Get(key) is { } stored)
    {
        logger.LogInformation(new EventId(1, "llm_cache_hit"), "Found an answer of {Model}", request.Model);
        return stored;
    }

    var answer = await llm.CompleteAsync(request).ConfigureAwait(false);
    cache.Set(key, answer);
    logger.LogInformation(new EventId(2, "llm_cache_set"), "Stored an answer of {Model}", request.Model);
    return answer;
}
