// answer: hostile
// ends: failed,blocked,out-of-memory
// attack: Logs five million fields and a value whose ToString throws
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

class Poison
{
    public override string ToString() => throw new InvalidOperationException("no text for you");
}

IEnumerable<KeyValuePair<string, object?>> Fields()
{
    for (int i = 0; i < 5_000_000; i++)
        yield return KeyValuePair.Create("Field" + i, (object?)i);
    yield return KeyValuePair.Create("Poison", (object?)new Poison());
}

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
    logger.Log(LogLevel.Information, new EventId(1, "llm_call_ok"), Fields(), null, (_, _) => "llm_call_ok");
    try
    {
        answer = await llm.CompleteAsync(request);
    }
    catch (Exception e)
    {
        logger.LogWarning(
            "llm_call_failed RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt} ErrorType={ErrorType} FailureLocation={FailureLocation}",
            requestId, request.Model, Stopwatch.GetElapsedTime(start).TotalSeconds, promptLength, 0, e.GetType().Name, LocationOf(e));
        throw;
    }

    logger.LogInformation(
        "llm_call_ok RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt}",
        requestId, request.Model, Stopwatch.GetElapsedTime(start).TotalSeconds, promptLength, 0);
    return answer;
}
