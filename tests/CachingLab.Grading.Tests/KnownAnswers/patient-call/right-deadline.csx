// answer: right
// style: a deadline on the clock beside the wait, and continuations for the log
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

async Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60), time);
    DateTimeOffset last = time.GetUtcNow().AddSeconds(30);
    for (int attempt = 0; attempt < 3; attempt++)
    {
        long began = time.GetTimestamp();
        Task<ChatResponse> asking;
        try { asking = client.GetResponseAsync(messages, options, cancellationToken); }
        catch (Exception early) { asking = Task.FromException<ChatResponse>(early); }
        await Task.WhenAny(asking);
        double took = time.GetElapsedTime(began).TotalSeconds;
        int length = messages.Aggregate(0, (sum, message) => sum + message.Text.Length);
        if (asking.IsCompletedSuccessfully)
        {
            logger.LogInformation("llm_call_ok: {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt}", requestId, options?.ModelId, took, length, attempt);
            return asking.Result;
        }

        Exception error = asking.IsCanceled ? new TaskCanceledException() : asking.Exception.InnerException;
        string type = error.GetType().Name;
        if (asking.IsCanceled)
        {
            try { await asking; }
            catch (OperationCanceledException thrown) { type = thrown.GetType().Name; }
        }
        logger.LogWarning("llm_call_failed: {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt} {ErrorType} {FailureLocation}",
            requestId, options?.ModelId, took, length, attempt, type,
            error is JsonException ? "parsing" : error is LlmValidationException ? "validation"
                : error is HttpRequestException || error is TimeoutException || error is IOException ? "network" : "unknown");

        bool again = error is TimeoutException || error is IOException
            || (error is HttpRequestException { StatusCode: var status } && (status is null || ((int)status is 408 or 429 or 500 or 502 or 503 or 504)));
        TimeSpan wait = TimeSpan.FromMilliseconds((attempt + 1) * Random.Shared.Next(1000, 1500));
        if (error is ThrottledException { RetryAfter: TimeSpan asked })
            wait = TimeSpan.FromTicks(Math.Max(asked.Ticks, wait.Ticks));
        if (!again || attempt == 2 || time.GetUtcNow() + wait > last)
            await asking;

        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await Task.Delay(wait, time, either.Token);
    }

    throw new InvalidOperationException("not reached");
}
