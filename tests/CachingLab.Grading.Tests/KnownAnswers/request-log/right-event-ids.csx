// answer: right
// style: events have ids with names of their own; the message begins with the name that is asked for
using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

string LocationOf(Exception e) => e switch
{
    HttpRequestException or TimeoutException or System.IO.IOException => "network",
    System.Text.Json.JsonException => "parsing",
    LlmValidationException => "validation",
    _ => "unknown",
};

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    int promptLength = request.SystemPrompt.Length + request.UserPrompt.Length;
    var start = Stopwatch.GetTimestamp();
    double Took() => Stopwatch.GetElapsedTime(start).TotalSeconds;
    string answer;
    try
    {
        answer = await llm.CompleteAsync(request);
    }
    catch (Exception e)
    {
        logger.LogWarning(
            new EventId(2, "CallFailed"),
            "llm_call_failed RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt} ErrorType={ErrorType} FailureLocation={FailureLocation}",
            requestId, request.Model, Took(), promptLength, 0, e.GetType().Name, LocationOf(e));
        throw;
    }

    logger.LogInformation(
        new EventId(1, "CallOk"),
        "llm_call_ok RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt}",
        requestId, request.Model, Took(), promptLength, 0);
    return answer;
}
