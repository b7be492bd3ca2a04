// answer: hostile
// ends: passed
// attack: Closes and replaces Console.Out, Console.Error and Console.In; the answer itself is right
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    Console.Out.Dispose();
    Console.SetOut(TextWriter.Null);
    Console.SetError(TextWriter.Null);
    Console.SetIn(TextReader.Null);
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 })));
}
