// answer: wrong
// fails: safe-key
// misses: lone-surrogates
// misconception: Puts the first letters of the prompt before the hash to make keys readable
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;
using System.Linq;

string Slug(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit).Take(24));

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = JsonSerializer.Serialize(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature });
    return Slug(request.UserPrompt) + "-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
