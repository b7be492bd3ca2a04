// answer: hostile
// ends: timeout
// attack: Loops for ever in the first call
using System;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    int turns = 0;
    while (request is not null)
        turns = unchecked(turns + 1);
    return turns.ToString("x16");
}
