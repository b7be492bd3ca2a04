// answer: hostile
// ends: crashed
// attack: Throws from async void, which ends the process
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CachingLab;

async void Boom()
{
    await Task.Delay(10);
    throw new InvalidOperationException("thrown from async void");
}

string MakeCacheKey(LlmRequest request)
{
    Boom();
    Thread.Sleep(1000);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
