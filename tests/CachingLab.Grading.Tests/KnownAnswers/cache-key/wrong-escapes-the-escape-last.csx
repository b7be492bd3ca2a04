// answer: wrong
// fails: no-boundary-collision
// misses: lone-surrogates
// misconception: Escapes the delimiter and the escape character, in whichever order
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

string Escape(string text) => text.Replace("\u001e", "\u001b\u001e").Replace("\u001b", "\u001b\u001b");

string MakeCacheKey(LlmRequest request)
{
    double temperature = request.Temperature + 0.0;
    string text = string.Join('\u001e', Escape(request.Model), Escape(request.SystemPrompt), Escape(request.UserPrompt), temperature.ToString("R", CultureInfo.InvariantCulture));
    return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
