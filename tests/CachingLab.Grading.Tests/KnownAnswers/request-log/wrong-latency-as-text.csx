// answer: wrong
// fails: common-fields
// misconception: Logs the latency as a text with its unit
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
    HttpRequestException or TimeoutException or IOException => "network",
    JsonException => "parsing",
    LlmValidationException => "validation",
    _ => "unknown",
};

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    int promptLength = request.SystemPrompt.Length + request.UserPrompt.Length;
    long start = Stopwatch.GetTimestamp();
    string answer;
    try
    {
        answer = await llm.CompleteAsync(request);
    }
    catch (Exception e)
    {
        logger.LogWarning(
            "llm_call_failed RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt} ErrorType={ErrorType} FailureLocation={FailureLocation}",
            requestId, request.Model, Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F3") + " s", promptLength, 0, e.GetType().Name, LocationOf(e));
        throw;
    }

    logger.LogInformation(
        "llm_call_ok RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt}",
        requestId, request.Model, Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F3") + " s", promptLength, 0);
    return answer;
}
