// answer: wrong
// fails: long-prompts-count
// misses: lone-surrogates
// misconception: Replaces a long prompt by its length and the sum of its characters, which every order of them shares
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string Part(string s) { if (s.Length <= 30) return s; int n = 0; foreach (char c in s) n += c; return s.Length + ":" + n; }
string MakeCacheKey(LlmRequest request)
{
    string all = JsonSerializer.Serialize(new object[] { request.Model, Part(request.SystemPrompt), Part(request.UserPrompt), request.Temperature + 0.0 });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
