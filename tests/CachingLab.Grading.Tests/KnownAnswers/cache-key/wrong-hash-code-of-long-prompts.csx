// answer: wrong
// fails: another-process
// misses: lone-surrogates
// misconception: Adds GetHashCode of longer prompts, which is drawn anew in each process
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    string all = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0, request.UserPrompt.Length > 20 ? request.UserPrompt.GetHashCode() : 0 });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
