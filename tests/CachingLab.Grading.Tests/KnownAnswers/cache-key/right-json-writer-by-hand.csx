// answer: right
// style: Utf8JsonWriter by hand, SHA-512 as base64url without padding
// misses: lone-surrogates
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    var bytes = new MemoryStream();
    using (var json = new Utf8JsonWriter(bytes))
    {
        json.WriteStartObject();
        json.WriteString("model", request.Model);
        json.WriteString("system", request.SystemPrompt);
        json.WriteString("user", request.UserPrompt);
        json.WriteNumber("temperature", request.Temperature is 0.0 ? 0.0 : request.Temperature);
        json.WriteEndObject();
    }

    return Convert.ToBase64String(SHA512.HashData(bytes.ToArray())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
