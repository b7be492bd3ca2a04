// answer: right
// style: JSON array of the fields in a fixed order, the zero made positive, SHA-256 in lower case
// misses: lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature == 0 ? 0 : request.Temperature;
    string json = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
