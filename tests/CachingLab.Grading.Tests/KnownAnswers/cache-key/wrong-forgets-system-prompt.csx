// answer: wrong
// fails: every-field-counts
// misses: lone-surrogates
// misconception: Thinks only of what the user typed and forgets the system prompt
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.UserPrompt, temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
