// answer: wrong
// fails: hit-makes-no-call
// misconception: Tidies a stored answer up before it is returned, so that a hit reads otherwise than the miss did
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string key = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
    if (cache.Get(key) is { } stored)
    {
        logger.LogInformation("llm_cache_hit {Model}", request.Model);
        return stored.ToLowerInvariant();
    }

    string answer = await llm.CompleteAsync(request);
    cache.Set(key, answer);
    logger.LogInformation("llm_cache_set {Model}", request.Model);
    return answer;
}
