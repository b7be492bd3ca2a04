// answer: right
// style: every field escaped as in a URL, joined like a query string, half of a SHA-256
// misses: negative-zero, lone-surrogates
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    var (model, system, user, temperature) = request;
    string query = FormattableString.Invariant(
        $"m={Uri.EscapeDataString(model)}&s={Uri.EscapeDataString(system)}&u={Uri.EscapeDataString(user)}&t={temperature:R}");
    return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(query)))[..32];
}
