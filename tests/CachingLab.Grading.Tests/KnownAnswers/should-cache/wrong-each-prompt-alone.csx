// answer: wrong
// fails: both-prompts-count
// misconception: Holds each prompt alone against the limit
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = request.SystemPrompt.Length <= 10_000 && request.UserPrompt.Length <= 10_000;
    return certain && small;
}
