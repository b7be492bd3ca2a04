// answer: wrong
// fails: another-process
// misses: lone-surrogates
// misconception: Mixes in a salt that is drawn anew when the cell runs, as one does for passwords
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

readonly byte[] salt = RandomNumberGenerator.GetBytes(32);

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));
}
