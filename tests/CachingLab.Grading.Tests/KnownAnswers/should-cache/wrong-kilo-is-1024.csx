// answer: wrong
// fails: over-the-limit
// misconception: Takes ten thousand for ten times 1,024
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = request.SystemPrompt.Length + request.UserPrompt.Length <= 10 * 1024;
    return certain && small;
}
