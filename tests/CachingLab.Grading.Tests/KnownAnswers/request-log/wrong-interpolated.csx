// answer: wrong
// fails: common-fields, failure-location, error-type
// misconception: Interpolates the message, so that nothing is a field
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
            $"llm_call_failed RequestId={requestId} Model={request.Model} LatencySeconds={Stopwatch.GetElapsedTime(start).TotalSeconds} PromptLength={promptLength} Attempt=0 ErrorType={e.GetType().Name} FailureLocation={LocationOf(e)}");
        throw;
    }

    logger.LogInformation(
        $"llm_call_ok RequestId={requestId} Model={request.Model} LatencySeconds={Stopwatch.GetElapsedTime(start).TotalSeconds} PromptLength={promptLength} Attempt=0");
    return answer;
}
