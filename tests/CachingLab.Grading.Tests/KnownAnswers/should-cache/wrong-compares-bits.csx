// answer: wrong
// fails: negative-zero
// misconception: Compares the bits, in which -0.0 is not 0.0
using System;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = BitConverter.DoubleToInt64Bits(request.Temperature) == 0;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
    return certain && small;
}
