// answer: wrong
// fails: miss-calls-and-stores
// misconception: what stands beside the log entry belongs into the guard of the log level
using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

static string MakeCacheKey(LlmRequest request)
{
    var temperature = request.Temperature == 0 ? 0.0 : request.Temperature;
    var text = new StringBuilder();
    foreach (var part in new[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature.ToString("R", CultureInfo.InvariantCulture) })
        text.Append(part.Length).Append(':').Append(part);
    return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text.ToString().AsSpan())));
}

async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    var key = MakeCacheKey(request);
    var chatty = logger.IsEnabled(LogLevel.Information);
    if (cache.Get(key) is { } stored)
    {
        if (chatty)
            logger.LogInformation("llm_cache_hit {Model}", request.Model);
        return stored;
    }

    var answer = await llm.CompleteAsync(request);
    if (chatty)
    {
        cache.Set(key, answer);
        logger.LogInformation("llm_cache_set {Model}", request.Model);
    }
    return answer;
}
