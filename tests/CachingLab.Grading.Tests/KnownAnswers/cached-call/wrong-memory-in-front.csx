// answer: wrong
// fails: uses-the-given-cache
// misconception: Keeps a dictionary in front of the given cache, so that an empty cache still hits
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

readonly Dictionary<string, string> answers = new();

string KeyOf(LlmRequest request) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
    JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature }))));

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string key = KeyOf(request);
    string? hit = cache.Get(key) ?? answers.GetValueOrDefault(key);
    if (hit is not null)
    {
        logger.LogInformation("llm_cache_hit Model={Model} Key={Key}", request.Model, key);
        return hit;
    }

    string answer = await llm.CompleteAsync(request);
    cache.Set(key, answer);
    answers[key] = answer;
    logger.LogInformation("llm_cache_set Model={Model} Key={Key}", request.Model, key);
    return answer;
}
