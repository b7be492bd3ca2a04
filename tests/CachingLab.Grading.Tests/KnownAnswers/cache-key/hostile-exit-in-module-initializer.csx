// answer: hostile
// ends: crashed
// attack: Ends the process while its assembly is loaded
using System;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

public static class OnLoad
{
    [ModuleInitializer]
    public static void Run() => Environment.Exit(0);
}

string MakeCacheKey(LlmRequest request)
{
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
