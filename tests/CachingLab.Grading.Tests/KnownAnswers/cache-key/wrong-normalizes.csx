// answer: wrong
// fails: near-texts-differ
// misses: lone-surrogates
// misconception: Normalizes the prompts to NFC, so that two different texts share a key
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt.Normalize(), request.UserPrompt.Normalize(), temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
