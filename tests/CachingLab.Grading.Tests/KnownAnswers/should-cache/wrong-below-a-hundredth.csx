// answer: wrong
// fails: odd-temperatures
// misconception: Takes what is below a hundredth for zero
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature < 0.01;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
