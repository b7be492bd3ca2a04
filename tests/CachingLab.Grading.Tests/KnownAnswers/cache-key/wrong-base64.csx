// answer: wrong
// fails: safe-key
// misses: lone-surrogates
// misconception: Writes the hash as plain base64, with + / and = in it
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
