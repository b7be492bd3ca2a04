// answer: wrong
// fails: over-the-limit
// misconception: Looks at the temperature only
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = true;
    return certain && small;
}
