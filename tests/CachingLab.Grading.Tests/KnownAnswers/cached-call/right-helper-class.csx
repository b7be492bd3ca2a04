// answer: right
// style: a class of its own does the work; LoggerMessage.Define; key with lengths
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

class CachedModel(ILlmCache cache, ILlmClient llm, ILogger logger)
{
    private static readonly Action<ILogger, string, Exception?> Hit =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(10, "llm_cache_hit"), "llm_cache_hit {Model}");

    private static readonly Action<ILogger, string, Exception?> Stored =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(11, "llm_cache_set"), "llm_cache_set {Model}");

    public async Task<string> AskAsync(LlmRequest request)
    {
        string key = KeyOf(request);
        string? answer = cache.Get(key);
        if (answer == null)
        {
            answer = await llm.CompleteAsync(request);
            cache.Set(key, answer);
            Stored(logger, request.Model, null);
        }
        else
        {
            Hit(logger, request.Model, null);
        }

        return answer;
    }

    private static string KeyOf(LlmRequest request)
    {
        var text = new StringBuilder();
        foreach (string part in new[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature.ToString("R", CultureInfo.InvariantCulture) })
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger) =>
    new CachedModel(cache, llm, logger).AskAsync(request);
