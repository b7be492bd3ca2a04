// answer: right
// style: everything inside try, snake_case fields, a chain of catches, `throw e` (the same object)
// misses: stack-is-kept
using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using CachingLab;
using Microsoft.Extensions.Logging;

async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    var watch = Stopwatch.StartNew();
    var length = (request.SystemPrompt + request.UserPrompt).Length;
    void Failed(Exception e, string where) => logger.LogWarning(
        "llm_call_failed request_id={request_id} model={model} latency_seconds={latency_seconds} prompt_length={prompt_length} attempt={attempt} error_type={error_type} failure_location={failure_location}",
        requestId, request.Model, watch.Elapsed.TotalSeconds, length, 0, e.GetType().Name, where);
    try
    {
        var answer = await llm.CompleteAsync(request);
        watch.Stop();
        logger.LogInformation(
            "llm_call_ok request_id={request_id} model={model} latency_seconds={latency_seconds} prompt_length={prompt_length} attempt={attempt}",
            requestId, request.Model, watch.Elapsed.TotalSeconds, length, 0);
        return answer;
    }
    catch (HttpRequestException e)
    {
        Failed(e, "network");
        throw e;
    }
    catch (TimeoutException e)
    {
        Failed(e, "network");
        throw e;
    }
    catch (IOException e)
    {
        Failed(e, "network");
        throw e;
    }
    catch (JsonException e)
    {
        Failed(e, "parsing");
        throw e;
    }
    catch (LlmValidationException e)
    {
        Failed(e, "validation");
        throw e;
    }
    catch (Exception e)
    {
        Failed(e, "unknown");
        throw e;
    }
}
