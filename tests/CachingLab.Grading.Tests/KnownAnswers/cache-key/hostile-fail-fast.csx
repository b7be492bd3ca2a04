// answer: hostile
// ends: crashed
// attack: Aborts the process with FailFast
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    Environment.FailFast("cachinglab hostile answer");
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
