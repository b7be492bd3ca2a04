// answer: wrong
// fails: hit-makes-no-call
// misconception: an empty answer needs a word of its own in the cache, and no model will ever say that word
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

string KeyOf(LlmRequest request) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
    JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature }))));

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string key = KeyOf(request);
    string? hit = cache.Get(key);
    if (hit is not null)
    {
        logger.LogInformation("llm_cache_hit Model={Model} Key={Key}", request.Model, key);
        return hit == "NOTHING" ? "" : hit;
    }

    string answer = await llm.CompleteAsync(request);
    cache.Set(key, answer.Length == 0 ? "NOTHING" : answer);
    logger.LogInformation("llm_cache_set Model={Model} Key={Key}", request.Model, key);
    return answer;
}
