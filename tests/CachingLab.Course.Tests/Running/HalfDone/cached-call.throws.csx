async Task<string> CachedCallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
{
    string stored = cache.Get(MakeCacheKey(request));
    if (stored.Length > 0)
        return stored;
    return await llm.CompleteAsync(request);
}

// For the checkpoint: begun, and not ready.
async Task<string> LoggedCallAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
{
    throw new NotImplementedException("TODO: paste it from notebook 04");
}
