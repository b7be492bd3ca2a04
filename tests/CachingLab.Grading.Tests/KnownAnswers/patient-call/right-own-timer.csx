// answer: right
// style: a timer of its own for the wait, a scope for the common fields, and an exception filter that logs
// misses: on-polly
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

class PatientAsker(string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken token)
{
    static readonly double[] Waits = [1.0, 2.0];
    readonly long start = time.GetTimestamp();
    int attempt = -1;
    long began;
    TimeSpan next;

    public async Task<ChatResponse> AskAsync()
    {
        while (true)
        {
            attempt++;
            began = time.GetTimestamp();
            try
            {
                ChatResponse response = await client.GetResponseAsync(messages, options, token);
                Write(LogLevel.Information, "llm_call_ok", null);
                return response;
            }
            catch (Exception e) when (Write(LogLevel.Warning, "llm_call_failed", e) && Plan(e))
            {
            }

            await PauseAsync();
        }
    }

    bool Write(LogLevel level, string name, Exception e)
    {
        var fields = new Dictionary<string, object>
        {
            ["RequestId"] = requestId, ["Model"] = options?.ModelId, ["Attempt"] = attempt,
            ["PromptLength"] = messages.Select(m => m.Text.Length).Sum(), ["LatencySeconds"] = time.GetElapsedTime(began).TotalSeconds,
        };
        if (e is not null)
        {
            fields["ErrorType"] = e.GetType().Name;
            fields["FailureLocation"] = e switch
            {
                JsonException => "parsing", LlmValidationException => "validation", HttpRequestException or TimeoutException or IOException => "network", _ => "unknown",
            };
        }

        using (logger.BeginScope(fields))
            logger.Log(level, new EventId(0, name), "{Name}", name);
        return true;
    }

    bool Plan(Exception e)
    {
        if (attempt >= Waits.Length)
            return false;
        switch (e)
        {
            case HttpRequestException { StatusCode: { } status } when !((int[])[408, 429, 500, 502, 503, 504]).Contains((int)status): return false;
            case HttpRequestException or TimeoutException or IOException: break;
            default: return false;
        }

        double seconds = Math.Max(Waits[attempt] + 0.4 * Random.Shared.NextDouble(), (e as ThrottledException)?.RetryAfter?.TotalSeconds ?? 0);
        next = TimeSpan.FromSeconds(seconds);
        return (time.GetElapsedTime(start) + next).TotalSeconds <= 30;
    }

    async Task PauseAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using ITimer timer = time.CreateTimer(_ => over.TrySetResult(), null, next, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration gone = token.Register(() => over.TrySetCanceled(token));
        await over.Task;
    }
}

Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken) =>
    new PatientAsker(requestId, client, messages, options, time, logger, cancellationToken).AskAsync();
