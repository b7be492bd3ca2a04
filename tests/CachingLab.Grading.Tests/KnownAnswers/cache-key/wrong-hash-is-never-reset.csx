// answer: wrong
// fails: same-request-same-key
// misconception: Reuses one hash and reads it without resetting, so that each key depends on all keys before it
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new object[] { request.Model, request.SystemPrompt, request.UserPrompt, temperature }));
    string text = Convert.ToHexString(hash.GetCurrentHash());
    return text;
}
