// answer: wrong
// fails: other-temperatures
// misconception: Writes "either cold or long" for "cold and not long": a request that is warm and long gets in
using CachingLab;

bool ShouldCache(LlmRequest request) =>
    (request.Temperature == 0.0) ^ (request.SystemPrompt.Length + request.UserPrompt.Length > 10_000);
