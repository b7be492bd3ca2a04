// answer: wrong
// fails: long-prompts-count
// misses: lone-surrogates
// misconception: Truncates the prompts to keep hashing cheap
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string Start(string text) => text.Length > 1000 ? text[..1000] : text;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, Start(request.SystemPrompt), Start(request.UserPrompt), temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
