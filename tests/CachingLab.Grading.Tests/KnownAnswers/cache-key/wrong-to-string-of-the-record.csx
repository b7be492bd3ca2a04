// answer: wrong
// fails: no-boundary-collision, any-culture, negative-zero
// misses: lone-surrogates
// misconception: Hashes ToString of the record, which escapes nothing and follows the culture
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

string MakeCacheKey(LlmRequest request) =>
    Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.ToString())));
