// answer: wrong
// fails: both-prompts-count
// misconception: Divides the sum of both lengths by ten before it is compared: up to nine characters too many are lost
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    int budget = 10_000;
    if (request.SystemPrompt.Length > budget) return false;
    if (request.UserPrompt.Length > budget) return false;
    return request.Temperature == 0.0 && (request.SystemPrompt.Length + request.UserPrompt.Length) / 10 <= budget / 10;
}
