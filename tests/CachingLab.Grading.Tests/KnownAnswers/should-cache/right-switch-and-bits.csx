// answer: right
// style: a switch over the length, the sign bit cut off before the bits are compared
using System;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool isZero = BitConverter.DoubleToUInt64Bits(request.Temperature) << 1 == 0;
    return (request.SystemPrompt.Length + request.UserPrompt.Length) switch
    {
        > 10_000 => false,
        _ => isZero,
    };
}
