// answer: wrong
// fails: zero-temperature
// misconception: Compares objects: a double never equals the integer 0
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = object.Equals(request.Temperature, 0);
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
