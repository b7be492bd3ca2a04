// answer: wrong
// fails: both-prompts-count
// misconception: Counts the longer prompt only
using System;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    bool certain = request.Temperature == 0.0;
    bool small = Math.Max(request.SystemPrompt.Length, request.UserPrompt.Length) <= 10_000;
    return certain && small;
}
