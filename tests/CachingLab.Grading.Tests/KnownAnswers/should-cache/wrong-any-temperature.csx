// answer: wrong
// fails: other-temperatures, odd-temperatures
// misconception: Looks at the length only
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = true;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
