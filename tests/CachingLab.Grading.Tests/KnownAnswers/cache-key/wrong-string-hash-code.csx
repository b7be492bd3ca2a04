// answer: wrong
// fails: every-field-counts,near-texts-differ,another-process
// misconception: Builds on GetHashCode of strings, which is new in every process
using System;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = $"{HashCode.Combine(request.Model, request.SystemPrompt, request.UserPrompt, temperature):x8}{HashCode.Combine(temperature, request.UserPrompt, request.Model, request.SystemPrompt):x8}";
    return text;
}
