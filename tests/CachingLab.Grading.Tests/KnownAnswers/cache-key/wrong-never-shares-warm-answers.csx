// answer: wrong
// fails: same-request-same-key
// misses: lone-surrogates
// misconception: Believes that an answer at a temperature above zero must never be found again, and makes every such key unique
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    if (temperature > 0)
        return Guid.NewGuid().ToString("N");
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
