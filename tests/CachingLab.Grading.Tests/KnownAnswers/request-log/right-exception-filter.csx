// answer: right
// style: an exception filter that logs and lets the exception pass; LoggerMessage.Define; Environment.TickCount64
using System;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

class CallTimer
{
    private readonly long start = Environment.TickCount64;

    public double Seconds => (Environment.TickCount64 - start) / 1000.0;
}

readonly Action<ILogger, string, string, double, int, int, Exception?> logOk = LoggerMessage.Define<string, string, double, int, int>(
    LogLevel.Information, new EventId(100, "llm_call_ok"),
    "llm_call_ok {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt}");

bool LogFailure(Exception e, CallTimer timer, string requestId, LlmRequest request, ILogger logger)
{
    string location = "unknown";
    if (e is HttpRequestException || e is TimeoutException || e is IOException)
        location = "network";
    else if (e is JsonException)
        location = "parsing";
    else if (e is LlmValidationException)
        location = "validation";
    logger.LogWarning(
        new EventId(101, "llm_call_failed"),
        "llm_call_failed {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt} {ErrorType} {FailureLocation}",
        requestId, request.Model, timer.Seconds, request.SystemPrompt.Length + request.UserPrompt.Length, 0, e.GetType().Name, location);
    return false;
}

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    var timer = new CallTimer();
    try
    {
        string answer = await llm.CompleteAsync(request);
        logOk(logger, requestId, request.Model, timer.Seconds, request.SystemPrompt.Length + request.UserPrompt.Length, 0, null);
        return answer;
    }
    catch (Exception e) when (LogFailure(e, timer, requestId, request, logger))
    {
        throw;
    }
}
