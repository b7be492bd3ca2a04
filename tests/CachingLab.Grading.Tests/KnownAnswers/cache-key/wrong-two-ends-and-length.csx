// answer: wrong
// fails: long-prompts-count
// misses: lone-surrogates
// misconception: Hashes the two ends and the length of a long prompt, and never its middle
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string Ends(string text) => text.Length > 512 ? text[..256] + text.Length + text[^256..] : text;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, Ends(request.SystemPrompt), Ends(request.UserPrompt), temperature });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
