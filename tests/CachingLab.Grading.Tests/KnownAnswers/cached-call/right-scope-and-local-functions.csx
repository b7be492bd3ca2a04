// answer: right
// style: local functions, a scope that carries the model, an unhashed key that is safe for any ILlmCache
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using System.Text.Json;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string key = JsonSerializer.Serialize<object>(request);
    using var scope = logger.BeginScope(new Dictionary<string, object?> { ["model"] = request.Model });
    return cache.Get(key) is string stored ? Found(stored) : await AskAsync();

    string Found(string answer)
    {
        logger.LogInformation("llm_cache_hit");
        return answer;
    }

    async Task<string> AskAsync()
    {
        string answer = await llm.CompleteAsync(request);
        cache.Set(key, answer);
        logger.LogInformation("llm_cache_set");
        return answer;
    }
}
