// answer: right
// style: JSON of the record, SHA-256 as hexadecimal
// misses: negative-zero, lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    string json = JsonSerializer.Serialize(request);
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
