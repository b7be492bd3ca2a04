// answer: wrong
// fails: no-boundary-collision
// misses: lone-surrogates
// misconception: Escapes the delimiter and forgets to escape the escape character
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string Escape(string text) => text.Replace("|", "\\|");

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = string.Join('|', Escape(request.Model), Escape(request.SystemPrompt), Escape(request.UserPrompt), temperature.ToString("R", CultureInfo.InvariantCulture));
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
