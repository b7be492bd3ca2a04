// answer: right
// style: ILogger.Log with a state of its own: a list of fields and a formatter
using System;
using System.Diagnostics;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

static class CallLog
{
    public static void Write(ILogger logger, LogLevel level, string name, params (string Name, object? Value)[] fields) =>
        logger.Log(
            level,
            new EventId(0, name),
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList(),
            null,
            (state, _) => name + " " + string.Join(" ", state.Select(f => FormattableString.Invariant($"{f.Key}={f.Value}"))));
}

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    TimeProvider clock = TimeProvider.System;
    long start = clock.GetTimestamp();
    int length = request.SystemPrompt.Length + request.UserPrompt.Length;
    try
    {
        string answer = await llm.CompleteAsync(request).ConfigureAwait(false);
        CallLog.Write(logger, LogLevel.Information, "llm_call_ok",
            ("RequestId", requestId), ("Model", request.Model), ("LatencySeconds", clock.GetElapsedTime(start).TotalSeconds), ("PromptLength", length), ("Attempt", 0));
        return answer;
    }
    catch (Exception e)
    {
        string location = e switch
        {
            HttpRequestException => "network",
            TimeoutException => "network",
            IOException => "network",
            JsonException => "parsing",
            LlmValidationException => "validation",
            _ => "unknown",
        };
        CallLog.Write(logger, LogLevel.Warning, "llm_call_failed",
            ("RequestId", requestId), ("Model", request.Model), ("LatencySeconds", clock.GetElapsedTime(start).TotalSeconds), ("PromptLength", length), ("Attempt", 0),
            ("ErrorType", e.GetType().Name), ("FailureLocation", location));
        throw;
    }
}
