async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    DateTime start = DateTime.UtcNow;
    string answer = await llm.CompleteAsync(request);
    logger.LogInformation($"llm_call_ok {requestId} {request.UserPrompt.Length} {(DateTime.UtcNow - start).TotalSeconds}");
    return answer;
}
