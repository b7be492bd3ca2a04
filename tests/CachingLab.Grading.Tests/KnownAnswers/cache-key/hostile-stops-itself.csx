// answer: hostile
// ends: timeout
// attack: Stops its own process, so that it neither reads nor writes any more
using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

static class C
{
    [DllImport("libc")] public static extern int kill(int process, int signal);
}

string MakeCacheKey(LlmRequest request)
{
    C.kill(Environment.ProcessId, 19);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
