// answer: wrong
// fails: near-texts-differ
// misses: lone-surrogates
// misconception: Trims the prompts, as if white space around them meant nothing
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt.Trim(), request.UserPrompt.Trim(), temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
