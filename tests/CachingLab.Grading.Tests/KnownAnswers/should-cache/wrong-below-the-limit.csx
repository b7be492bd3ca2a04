// answer: wrong
// fails: limit-is-included
// misconception: Leaves out the limit itself
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length < 10_000;
    return certain && small;
}
