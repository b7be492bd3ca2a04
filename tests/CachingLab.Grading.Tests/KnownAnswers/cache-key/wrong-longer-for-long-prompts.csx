// answer: wrong
// fails: safe-key
// misconception: a hash cannot take a long text at once, so each part gets a hash, and the key is all of them
using System;
using System.Linq;
using System.Security.Cryptography;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double t = request.Temperature == 0 ? 0.0 : request.Temperature;
    string lengths = $"{request.Model.Length},{request.SystemPrompt.Length},{BitConverter.DoubleToInt64Bits(t):x}:";
    string text = lengths + request.Model + request.SystemPrompt + request.UserPrompt;
    byte[] before = Array.Empty<byte>();
    string key = "";
    foreach (char[] part in text.Chunk(50_000))
    {
        before = SHA256.HashData(before.Concat(part.SelectMany(c => BitConverter.GetBytes(c))).ToArray());
        key += Convert.ToHexString(before, 0, 16);
    }

    return key;
}
