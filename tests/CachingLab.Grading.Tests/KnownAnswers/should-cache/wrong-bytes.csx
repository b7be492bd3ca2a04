// answer: wrong
// fails: chars-not-bytes
// misconception: Counts UTF-8 bytes instead of chars
using System.Text;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = Encoding.UTF8.GetByteCount(request.SystemPrompt) + Encoding.UTF8.GetByteCount(request.UserPrompt) <= 10_000;
    return certain && small;
}
