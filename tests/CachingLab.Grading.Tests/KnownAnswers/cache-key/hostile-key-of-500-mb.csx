// answer: hostile
// ends: failed,blocked,out-of-memory
// attack: Returns a key of 500 MB
using System;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    return new string('a', 500_000_000);
}
