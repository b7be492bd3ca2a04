// answer: hostile
// ends: crashed
// attack: Ends the process with exit code 0 in the middle of a call
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    Environment.Exit(0);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
