// answer: wrong
// fails: another-process
// misconception: Keeps the number format of whatever culture is current when the first key is made
using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CachingLab;

static class KeyFormat
{
    public static readonly NumberFormatInfo Numbers = NumberFormatInfo.CurrentInfo;

    public static string Number(double value) => value == 0 ? "0" : value.ToString("R", Numbers);

    public static void Field(StringBuilder sb, string name, string value)
        => sb.Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append(';');
}

string MakeCacheKey(LlmRequest request)
{
    var sb = new StringBuilder();
    KeyFormat.Field(sb, "model", request.Model);
    KeyFormat.Field(sb, "system", request.SystemPrompt);
    KeyFormat.Field(sb, "user", request.UserPrompt);
    KeyFormat.Field(sb, "temperature", KeyFormat.Number(request.Temperature));
    var hash = SHA256.HashData(MemoryMarshal.AsBytes(sb.ToString().AsSpan()));
    return "llm_" + Convert.ToHexStringLower(hash);
}
