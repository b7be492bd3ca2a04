// answer: right
// style: a policy record that holds the limit; compares the magnitude
using System;
using CachingLab;

record Policy(int MaxChars)
{
    public bool Allows(LlmRequest request) => IsCertain(request) && IsShort(request);

    private static bool IsCertain(LlmRequest request) => Math.Abs(request.Temperature) <= 0;

    private bool IsShort(LlmRequest request) => request.SystemPrompt.Length <= MaxChars - request.UserPrompt.Length;
}

bool ShouldCache(LlmRequest request) => new Policy(10_000).Allows(request);
