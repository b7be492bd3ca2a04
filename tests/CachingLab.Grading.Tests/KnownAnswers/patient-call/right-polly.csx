// answer: right
// style: a Polly pipeline around an attempt that logs itself
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
using Polly;
using Polly.Retry;

class PatientPipeline
{
    static readonly HashSet<int> Passing = [408, 429, 500, 502, 503, 504];
    readonly TimeProvider time;
    readonly long start;
    TimeSpan next;

    public PatientPipeline(TimeProvider time)
    {
        this.time = time;
        start = time.GetTimestamp();
    }

    public ResiliencePipeline Build() => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is { } error && MayPass(error) && Fits(error, args.AttemptNumber)),
            DelayGenerator = args => new ValueTask<TimeSpan?>(next),
        })
        .Build();

    bool Fits(Exception error, int attempt)
    {
        next = TimeSpan.FromSeconds(Math.Pow(2, attempt) * (1 + Random.Shared.NextDouble() * 0.5));
        TimeSpan asked = (error as ThrottledException)?.RetryAfter ?? TimeSpan.Zero;
        if (asked > next)
            next = asked;
        return attempt < 2 && time.GetElapsedTime(start) + next <= TimeSpan.FromSeconds(30);
    }

    static bool MayPass(Exception error) =>
        error is TimeoutException or IOException || (error is HttpRequestException http && (http.StatusCode is not { } status || Passing.Contains((int)status)));
}

class Attempts
{
    int made;

    public async ValueTask<ChatResponse> MakeAsync(
        string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken token)
    {
        int attempt = made++;
        long began = time.GetTimestamp();
        object[] common() => [requestId, options?.ModelId, time.GetElapsedTime(began).TotalSeconds, messages.Sum(m => m.Text.Length), attempt];
        const string names = "RequestId={RequestId} Model={Model} LatencySeconds={LatencySeconds} PromptLength={PromptLength} Attempt={Attempt}";
        try
        {
            ChatResponse response = await client.GetResponseAsync(messages, options, token);
            logger.Log(LogLevel.Information, new EventId(1, "llm_call_ok"), "llm_call_ok " + names, common());
            return response;
        }
        catch (Exception e)
        {
            string place = e is HttpRequestException or TimeoutException or IOException ? "network"
                : e is JsonException ? "parsing" : e is LlmValidationException ? "validation" : "unknown";
            logger.Log(
                LogLevel.Warning, new EventId(2, "llm_call_failed"), "llm_call_failed " + names + " ErrorType={ErrorType} FailureLocation={FailureLocation}",
                [.. common(), e.GetType().Name, place]);
            throw;
        }
    }
}

async Task<ChatResponse> AskPatientlyAsync(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
{
    var attempts = new Attempts();
    return await new PatientPipeline(time).Build().ExecuteAsync(
        token => attempts.MakeAsync(requestId, client, messages, options, time, logger, token), cancellationToken);
}
