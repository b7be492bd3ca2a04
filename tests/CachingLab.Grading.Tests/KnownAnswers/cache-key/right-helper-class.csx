// answer: right
// style: a helper class that collects named parts with their lengths
// misses: negative-zero, lone-surrogates
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

class KeyBuilder
{
    private readonly StringBuilder text = new();

    public KeyBuilder Add(string name, string value)
    {
        text.Append(name).Append('=').Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value).Append(';');
        return this;
    }

    public string Hash() => Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text.ToString())));
}

string MakeCacheKey(LlmRequest request) => new KeyBuilder()
    .Add("model", request.Model)
    .Add("system", request.SystemPrompt)
    .Add("user", request.UserPrompt)
    .Add("temperature", request.Temperature.ToString("R", CultureInfo.InvariantCulture))
    .Hash();
