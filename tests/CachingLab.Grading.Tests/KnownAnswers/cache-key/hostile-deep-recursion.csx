// answer: hostile
// ends: crashed
// attack: Recurses without end until the stack overflows, which no catch can stop
using System;
using CachingLab;

string Deeper(LlmRequest request, int depth) => Deeper(request, depth + 1) + depth;

string MakeCacheKey(LlmRequest request)
{
    try
    {
        return Deeper(request, 0);
    }
    catch (Exception)
    {
        return "0000000000000000";
    }
}
