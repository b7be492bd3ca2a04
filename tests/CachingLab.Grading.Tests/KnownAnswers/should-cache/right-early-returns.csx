// answer: right
// style: early returns and a named limit, the sum as long
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    const long MaxChars = 10_000;
    if (request.Temperature != 0)
        return false;
    long chars = (long)request.SystemPrompt.Length + request.UserPrompt.Length;
    if (chars > MaxChars)
        return false;
    return true;
}
