// answer: hostile
// ends: crashed
// attack: Throws from a finalizer, on the thread of the garbage collector
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using CachingLab;

class Trap
{
    ~Trap() => throw new InvalidOperationException("thrown from a finalizer");
}

string MakeCacheKey(LlmRequest request)
{
    for (int i = 0; i < 10; i++)
        _ = new Trap();
    GC.Collect();
    GC.WaitForPendingFinalizers();
    Thread.Sleep(500);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
