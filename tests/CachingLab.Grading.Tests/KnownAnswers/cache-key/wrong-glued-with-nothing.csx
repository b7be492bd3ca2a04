// answer: wrong
// fails: no-boundary-collision
// misses: lone-surrogates
// misconception: Glues the fields together with nothing between, so that text can move from one field to the next
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = string.Join("", request.Model, request.SystemPrompt, request.UserPrompt, temperature.ToString("R", CultureInfo.InvariantCulture));
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
