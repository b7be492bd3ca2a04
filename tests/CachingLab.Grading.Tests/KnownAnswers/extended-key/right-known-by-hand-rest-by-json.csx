// answer: right
// style: BinaryWriter for the fields that are known, JSON for a type that is not
// misses: schema-key-order, lone-surrogates
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using CachingLab;

void WriteNullable(BinaryWriter writer, double? value)
{
    writer.Write(value.HasValue);
    writer.Write(value ?? 0);
}

string MakeCacheKeyTodo(LlmRequest request)
{
    var bytes = new MemoryStream();
    var writer = new BinaryWriter(bytes);
    writer.Write(request.GetType().FullName!);
    writer.Write(request.Model);
    writer.Write(request.SystemPrompt);
    writer.Write(request.UserPrompt);
    writer.Write(request.Temperature is 0.0 ? 0.0 : request.Temperature);
    if (request is ExtendedLlmRequest extended)
    {
        WriteNullable(writer, extended.TopP);
        WriteNullable(writer, extended.MaxTokens);
        writer.Write(extended.Tools is null ? -1 : extended.Tools.Count);
        foreach (LlmTool tool in extended.Tools ?? [])
        {
            writer.Write(tool.Name);
            writer.Write(tool.Description);
            writer.Write(tool.ParametersJson);
        }

        writer.Write(extended.Examples is null ? -1 : extended.Examples.Count);
        foreach (LlmExample example in extended.Examples ?? [])
        {
            writer.Write(example.User);
            writer.Write(example.Assistant);
        }
    }

    if (request.GetType() != typeof(LlmRequest) && request.GetType() != typeof(ExtendedLlmRequest))
        writer.Write(JsonSerializer.Serialize(request with { Temperature = 0 }, request.GetType()));
    writer.Flush();
    return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
}
