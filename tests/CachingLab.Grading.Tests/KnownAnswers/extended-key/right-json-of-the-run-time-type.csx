// answer: right
// style: JSON of the run-time type in one line
// misses: negative-zero, schema-key-order, lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKeyTodo(LlmRequest request) =>
    Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType())));
