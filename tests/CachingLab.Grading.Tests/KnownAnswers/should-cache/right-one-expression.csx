// answer: right
// style: one expression
using CachingLab;

bool ShouldCache(LlmRequest request) =>
    request.Temperature == 0.0 && request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
