// answer: wrong
// fails: no-text-in-log
// misconception: a prompt that is replaced by stars is gone, whatever was replaced before it
using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    int length = request.SystemPrompt.Length + request.UserPrompt.Length;
    long start = Stopwatch.GetTimestamp();
    double Seconds() => Stopwatch.GetElapsedTime(start).TotalSeconds;
    try
    {
        string answer = await llm.CompleteAsync(request);
        logger.LogInformation("llm_call_ok {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt} {Request}",
            requestId, request.Model, Seconds(), length, 0, Redaction.Of(request));
        return answer;
    }
    catch (Exception e)
    {
        string location = e switch
        {
            HttpRequestException or TimeoutException or IOException => "network",
            JsonException => "parsing",
            LlmValidationException => "validation",
            _ => "unknown",
        };
        logger.LogWarning("llm_call_failed {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt} {ErrorType} {FailureLocation} {Request}",
            requestId, request.Model, Seconds(), length, 0, e.GetType().Name, location, Redaction.Of(request));
        throw;
    }
}

static class Redaction
{
    public static string Of(LlmRequest request)
    {
        string text = request.ToString();
        foreach (string secret in new[] { request.UserPrompt, request.SystemPrompt })
            text = secret.Length == 0 ? text : text.Replace(secret, "***", StringComparison.Ordinal);
        return text;
    }
}
