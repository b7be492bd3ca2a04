// answer: wrong
// fails: near-texts-differ
// misses: lone-surrogates
// misconception: Writes the temperature with one decimal, so that 0.1 and 0.11 share a key
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;
using System.Globalization;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature.ToString("F1", CultureInfo.InvariantCulture) });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
