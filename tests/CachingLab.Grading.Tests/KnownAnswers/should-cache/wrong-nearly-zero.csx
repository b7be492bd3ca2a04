// answer: wrong
// fails: odd-temperatures
// misconception: Compares with a tolerance
using System;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = Math.Abs(request.Temperature) < 1e-6;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
