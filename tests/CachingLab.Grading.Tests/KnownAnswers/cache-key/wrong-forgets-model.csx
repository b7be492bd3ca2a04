// answer: wrong
// fails: every-field-counts
// misses: lone-surrogates
// misconception: Forgets the model: two models share an answer
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.SystemPrompt, request.UserPrompt, temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
