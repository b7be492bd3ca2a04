// answer: right
// style: the common fields in a scope around the call, the name as EventId
using System;
using System.Diagnostics;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    using var scope = logger.BeginScope(new Dictionary<string, object?>
    {
        ["RequestId"] = requestId,
        ["Model"] = request.Model,
        ["PromptLength"] = request.SystemPrompt.Length + request.UserPrompt.Length,
        ["Attempt"] = 0,
    });
    long start = Stopwatch.GetTimestamp();
    try
    {
        string answer = await llm.CompleteAsync(request);
        logger.LogInformation(new EventId(1, "llm_call_ok"), "The model answered in {LatencySeconds} s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        return answer;
    }
    catch (Exception e)
    {
        string location = e is JsonException ? "parsing"
            : e is LlmValidationException ? "validation"
            : e is HttpRequestException or TimeoutException or IOException ? "network"
            : "unknown";
        logger.LogWarning(
            new EventId(2, "llm_call_failed"),
            "The model failed after {LatencySeconds} s with {ErrorType} ({FailureLocation})",
            Stopwatch.GetElapsedTime(start).TotalSeconds, e.GetType().Name, location);
        throw;
    }
}
