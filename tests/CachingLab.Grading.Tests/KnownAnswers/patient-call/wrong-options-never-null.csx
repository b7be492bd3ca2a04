// answer: wrong
// fails: unchanged
// misses: on-polly
// misconception: Thinks that there are always options
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

bool MayPass(Exception error) => error switch
{
    HttpRequestException http => http.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
    TimeoutException or IOException => true,
    _ => false,
};

string FailureLocation(Exception error) => error switch
{
    HttpRequestException or TimeoutException or IOException => "network",
    JsonException => "parsing",
    LlmValidationException => "validation",
    _ => "unknown",
};

async Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    long start = time.GetTimestamp();
    int length = messages.Sum(message => message.Text.Length);
    for (int attempt = 0; ; attempt++)
    {
        long began = time.GetTimestamp();
        TimeSpan wait;
        try
        {
            ChatResponse response = await client.GetResponseAsync(messages, options, cancellationToken);
            logger.LogInformation(
                "llm_call_ok RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt}",
                requestId, options.ModelId, time.GetElapsedTime(began).TotalSeconds, length, attempt);
            return response;
        }
        catch (Exception error)
        {
            logger.LogWarning(
                "llm_call_failed RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt} "
                    + "ErrorType={ErrorType} FailureLocation={FailureLocation}",
                requestId, options.ModelId, time.GetElapsedTime(began).TotalSeconds, length, attempt, error.GetType().Name, FailureLocation(error));
            if (attempt == 2 || !MayPass(error))
                throw;
            wait = TimeSpan.FromSeconds((1 << attempt) * (1 + Random.Shared.NextDouble() / 2));
            if (error is ThrottledException { RetryAfter: { } asked } && asked > wait)
                wait = asked;
            if (time.GetElapsedTime(start) + wait > TimeSpan.FromSeconds(30))
                throw;
        }
        await Task.Delay(wait, time, cancellationToken);
    }
}
