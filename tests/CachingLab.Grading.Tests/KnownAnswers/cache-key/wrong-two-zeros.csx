// answer: wrong
// fails: negative-zero
// misses: lone-surrogates
// misconception: Hashes the bits of the temperature, of which 0.0 and -0.0 have different ones
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    using var bytes = new MemoryStream();
    using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
    {
        writer.Write(request.Model);
        writer.Write(request.SystemPrompt);
        writer.Write(request.UserPrompt);
        writer.Write(BitConverter.DoubleToInt64Bits(request.Temperature));
    }

    return Convert.ToHexString(SHA256.HashData(bytes.ToArray()));
}
