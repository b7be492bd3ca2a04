// answer: wrong
// fails: every-field-counts,long-prompts-count,near-texts-differ
// misses: lone-surrogates
// misconception: Sorts the letters of each prompt before hashing, so that the order of the words does not count
using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string Letters(string s) => new string(s.OrderBy(c => c).ToArray());
string MakeCacheKey(LlmRequest request)
{
    string all = JsonSerializer.Serialize(new object[] { request.Model, Letters(request.SystemPrompt), Letters(request.UserPrompt), request.Temperature + 0.0 });
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
