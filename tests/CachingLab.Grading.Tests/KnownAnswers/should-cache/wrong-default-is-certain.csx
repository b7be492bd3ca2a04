// answer: wrong
// fails: other-temperatures
// misconception: Takes the providers' default of 1.0 for certain too
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature is 0.0 or 1.0;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
