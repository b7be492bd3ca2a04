// answer: hostile
// ends: crashed
// attack: Throws where no one can catch: on a thread of its own
using System;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    var thread = new Thread(() => throw new InvalidOperationException("thrown on another thread"));
    thread.Start();
    thread.Join();
    Thread.Sleep(500);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
