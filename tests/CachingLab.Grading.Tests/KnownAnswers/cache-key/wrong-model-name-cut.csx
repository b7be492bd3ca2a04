// answer: wrong
// fails: every-field-counts
// misses: lone-surrogates
// misconception: Takes the first eight characters of the model for its name: the date at the end seems not to matter
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    string all = JsonSerializer.Serialize(new object[] { request.Model.Length > 8 ? request.Model[..8] : request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
