// answer: wrong
// fails: lone-surrogates
// misconception: Takes it that UTF-8 can write every string, half an emoji too
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    object[] fields = { request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature + 0.0 };
    return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)));
}
