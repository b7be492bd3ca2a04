// answer: wrong
// fails: chars-not-bytes
// misconception: Counts what can be seen: spaces and line breaks cost nothing, it believes
using System.Linq;
using CachingLab;

bool ShouldCache(LlmRequest request) =>
    request.Temperature == 0.0 && (request.SystemPrompt + request.UserPrompt).Count(c => !char.IsWhiteSpace(c)) <= 10_000;
