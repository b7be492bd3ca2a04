// answer: wrong
// fails: other-temperatures, odd-temperatures
// misconception: Takes every low temperature for certain
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature < 0.5;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
