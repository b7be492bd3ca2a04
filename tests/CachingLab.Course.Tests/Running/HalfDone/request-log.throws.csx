async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string answer = await llm.CompleteAsync(request);
    logger.LogInformation("llm_call_ok {RequestId} {Model} {LatencySeconds}", requestId);
    return answer;
}
