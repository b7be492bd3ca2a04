// answer: wrong
// fails: other-temperatures, odd-temperatures
// misconception: Casts the temperature to an integer
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = (int)request.Temperature == 0;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
