// answer: hostile
// ends: timeout
// attack: Sleeps and never wakes
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    Thread.Sleep(Timeout.Infinite);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
