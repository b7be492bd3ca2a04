// answer: wrong
// fails: every-field-counts
// misses: lone-surrogates
// misconception: Leaves out the temperature, as not part of the question
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
