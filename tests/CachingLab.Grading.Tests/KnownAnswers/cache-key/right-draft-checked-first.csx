// answer: right
// style: a draft is handed to the check on the way, and stays in the cell
// misses: lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string Draft(LlmRequest request) => request.UserPrompt;

Check.CacheKey(Draft);

string MakeCacheKey(LlmRequest request)
{
    object[] fields = [request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0];
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)));
}
