// answer: right
// style: the chars' own bytes after each text's length, the temperature's bits, SHA-256
using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Runtime.InteropServices;
using CachingLab;

byte[] Part(string text) => BitConverter.GetBytes(text.Length).Concat(MemoryMarshal.AsBytes(text.AsSpan()).ToArray()).ToArray();

string MakeCacheKey(LlmRequest request)
{
    byte[] all = Part(request.Model).Concat(Part(request.SystemPrompt)).Concat(Part(request.UserPrompt))
        .Concat(BitConverter.GetBytes(request.Temperature == 0 ? 0.0 : request.Temperature)).ToArray();
    return Convert.ToHexStringLower(SHA256.HashData(all));
}
