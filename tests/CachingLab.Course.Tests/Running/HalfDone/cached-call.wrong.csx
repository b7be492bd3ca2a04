async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string stored = cache.Get(request.UserPrompt);
    if (!string.IsNullOrEmpty(stored))
        return stored;
    string answer = "Sorry, something went wrong.";
    try { answer = await llm.CompleteAsync(request); } catch (Exception) { }
    cache.Set(request.UserPrompt, answer);
    return answer;
}
