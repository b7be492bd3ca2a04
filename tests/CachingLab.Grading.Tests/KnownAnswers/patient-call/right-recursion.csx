// answer: right
// style: recursion; each attempt returns its response or its exception, and the stopwatch of the machine measures it
// misses: on-polly
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

record Outcome(ChatResponse Response, Exception Error);

static class Rules
{
    public static string Place(Exception e) => e switch
    {
        HttpRequestException or IOException or TimeoutException => "network",
        JsonException => "parsing",
        LlmValidationException => "validation",
        _ => "unknown",
    };

    public static bool IsWorthIt(Exception e)
    {
        if (Place(e) != "network")
            return false;
        int? status = (int?)(e as HttpRequestException)?.StatusCode;
        return status == null || status == 408 || status == 429 || (status >= 500 && status <= 504 && status != 501);
    }

    public static TimeSpan Wait(Exception e, int attempt)
    {
        var usual = attempt == 0 ? TimeSpan.FromSeconds(1.25) : TimeSpan.FromSeconds(2.5);
        var asked = e is ThrottledException t ? t.RetryAfter : null;
        return asked.HasValue && asked.Value > usual ? asked.Value : usual;
    }
}

Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    long limit = time.GetTimestamp() + 30 * time.TimestampFrequency;
    return FromAsync(0);

    async Task<ChatResponse> FromAsync(int attempt)
    {
        Outcome outcome = await OnceAsync(attempt);
        if (outcome.Error is null)
            return outcome.Response;
        if (attempt < 2 && Rules.IsWorthIt(outcome.Error))
        {
            TimeSpan wait = Rules.Wait(outcome.Error, attempt);
            if (time.GetTimestamp() + wait.TotalSeconds * time.TimestampFrequency <= limit)
            {
                await Task.Delay(wait, time, cancellationToken);
                return await FromAsync(attempt + 1);
            }
        }

        ExceptionDispatchInfo.Throw(outcome.Error);
        return null;
    }

    async Task<Outcome> OnceAsync(int attempt)
    {
        var watch = Stopwatch.StartNew();
        ChatResponse response = null;
        Exception failure = null;
        try { response = await client.GetResponseAsync(messages, options, cancellationToken); }
        catch (Exception e) { failure = e; }
        int length = string.Concat(messages.Select(m => m.Text)).Length;
        if (failure is null)
            logger.LogInformation("llm_call_ok {request_id} {model} {latency_seconds} {prompt_length} {attempt}", requestId, options?.ModelId, watch.Elapsed.TotalSeconds, length, attempt);
        else
            logger.LogWarning("llm_call_failed {request_id} {model} {latency_seconds} {prompt_length} {attempt} {error_type} {failure_location}",
                requestId, options?.ModelId, watch.Elapsed.TotalSeconds, length, attempt, failure.GetType().Name, Rules.Place(failure));
        return new Outcome(response, failure);
    }
}
