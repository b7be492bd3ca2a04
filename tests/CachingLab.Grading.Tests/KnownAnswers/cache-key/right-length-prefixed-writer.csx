// answer: right
// style: BinaryWriter, which writes every text with its length, SHA-256
// misses: negative-zero, lone-surrogates
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;
using System.IO;

string MakeCacheKey(LlmRequest request)
{
    using var bytes = new MemoryStream();
    using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
    {
        writer.Write(request.Model);
        writer.Write(request.SystemPrompt);
        writer.Write(request.UserPrompt);
        writer.Write(request.Temperature);
    }

    return Convert.ToHexString(SHA256.HashData(bytes.ToArray())).ToLowerInvariant();
}
