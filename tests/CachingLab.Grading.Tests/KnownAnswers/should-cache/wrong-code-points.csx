// answer: wrong
// fails: chars-not-bytes
// misconception: Counts code points, of which a pair of chars can be one
using System.Linq;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = (request.SystemPrompt + request.UserPrompt).EnumerateRunes().Count() <= 10_000;
    return certain && small;
}
