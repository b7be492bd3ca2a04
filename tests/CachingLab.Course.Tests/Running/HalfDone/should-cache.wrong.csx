bool ShouldCache(LlmRequest request) => request.Temperature < 0.1 && request.UserPrompt.Length < 10_000;
