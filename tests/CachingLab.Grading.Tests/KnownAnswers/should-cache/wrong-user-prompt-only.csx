// answer: wrong
// fails: both-prompts-count
// misconception: Counts the user prompt only
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = request.UserPrompt.Length <= 10_000;
    return certain && small;
}
