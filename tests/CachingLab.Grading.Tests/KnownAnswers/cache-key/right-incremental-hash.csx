// answer: right
// style: IncrementalHash field by field, each after its length; no text is ever glued
// misses: lone-surrogates
using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

void Add(IncrementalHash hash, string text)
{
    byte[] bytes = Encoding.UTF8.GetBytes(text);
    byte[] length = new byte[4];
    BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
    hash.AppendData(length);
    hash.AppendData(bytes);
}

string MakeCacheKey(LlmRequest request)
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    Add(hash, request.Model);
    Add(hash, request.SystemPrompt);
    Add(hash, request.UserPrompt);
    byte[] temperature = new byte[8];
    BinaryPrimitives.WriteDoubleLittleEndian(temperature, request.Temperature + 0.0);
    hash.AppendData(temperature);
    return "v1-" + Convert.ToHexString(hash.GetHashAndReset());
}
