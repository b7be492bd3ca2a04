// answer: right
// style: a name-based GUID in the manner of UUID version 5, with its dashes
// misses: lone-surrogates
using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    string[] parts =
    [
        request.Model,
        request.SystemPrompt,
        request.UserPrompt,
        (request.Temperature == 0 ? 0.0 : request.Temperature).ToString("R", CultureInfo.InvariantCulture),
    ];
    byte[] name = parts.SelectMany(p => SHA256.HashData(Encoding.UTF8.GetBytes(p))).ToArray();
    byte[] id = SHA256.HashData(name)[..16];
    id[6] = (byte)((id[6] & 0x0F) | 0x50);
    id[8] = (byte)((id[8] & 0x3F) | 0x80);
    return new Guid(id, bigEndian: true).ToString("D");
}
