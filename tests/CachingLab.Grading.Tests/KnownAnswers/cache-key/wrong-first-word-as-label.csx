// answer: wrong
// fails: safe-key
// misses: lone-surrogates
// misconception: Puts the first word of the prompt before the hash, so that files are easy to find
using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    int space = request.UserPrompt.IndexOf(' ');
    string label = new string((space > 0 ? request.UserPrompt[..space] : "").Where(char.IsAsciiLetter).Take(20).ToArray());
    string all = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 });
    return label + "-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
