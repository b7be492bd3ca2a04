string MakeCacheKey(LlmRequest request)
{
    // To begin with, the first characters of the prompt.
    return request.UserPrompt.Substring(0, 20);
}
