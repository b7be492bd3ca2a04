// answer: wrong
// fails: near-texts-differ
// misses: lone-surrogates
// misconception: Lowers the case of the prompts, as if it meant nothing to a model
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt.ToLowerInvariant(), request.UserPrompt.ToLowerInvariant(), temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
