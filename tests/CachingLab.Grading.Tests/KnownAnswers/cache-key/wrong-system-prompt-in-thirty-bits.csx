// answer: wrong
// fails: every-field-counts
// misconception: system prompts are few, so six letters tell them apart
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

string MakeCacheKey(LlmRequest request)
{
    double t = request.Temperature == 0 ? 0.0 : request.Temperature;
    string text = string.Create(CultureInfo.InvariantCulture,
        $"{request.Model.Length},{request.UserPrompt.Length},{t:R};{SystemId.Of(request.SystemPrompt)};{request.Model}{request.UserPrompt}");
    return SystemId.Hex(text);
}

static class SystemId
{
    const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    // system prompts are few and long: a short name is enough
    public static string Of(string prompt)
    {
        byte[] digest = SHA256.HashData(Utf16(prompt));
        var name = new StringBuilder(6);
        for (int i = 0; i < 6; i++) name.Append(Alphabet[digest[i] & 31]);
        return name.ToString();
    }

    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Utf16(text)));

    static byte[] Utf16(string text)
    {
        byte[] raw = new byte[text.Length * 2];
        for (int i = 0; i < text.Length; i++)
        {
            raw[2 * i] = (byte)text[i];
            raw[2 * i + 1] = (byte)(text[i] >> 8);
        }
        return raw;
    }
}
