// answer: wrong
// fails: odd-temperatures
// misconception: Asks whether it is not above zero, which NaN is not
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = !(request.Temperature > 0 || request.Temperature < 0);
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
