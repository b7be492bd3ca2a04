// answer: wrong
// fails: any-culture
// misconception: N0 is only for show, and every machine shows a number alike
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

string MakeCacheKey(LlmRequest request)
{
    var sb = new StringBuilder();
    foreach (string part in new[] { request.Model, request.SystemPrompt, request.UserPrompt })
        sb.Append($"[{part.Length:N0}]").Append(part);
    double t = request.Temperature;
    sb.Append(string.Create(CultureInfo.InvariantCulture, $"[{(t == 0 ? 0.0 : t):R}]"));
    // UTF-16 code units as they are, so lone surrogates survive
    byte[] raw = new byte[sb.Length * 2];
    string all = sb.ToString();
    for (int i = 0; i < all.Length; i++)
    {
        raw[2 * i] = (byte)all[i];
        raw[2 * i + 1] = (byte)(all[i] >> 8);
    }
    return Convert.ToHexStringLower(SHA256.HashData(raw));
}
