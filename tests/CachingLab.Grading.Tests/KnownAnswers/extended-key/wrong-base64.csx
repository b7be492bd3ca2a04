// answer: wrong
// fails: safe-key
// misses: lone-surrogates
// misconception: Writes the hash as plain base64, with + / and = in it
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab;

JsonNode? Canonical(JsonNode? node) => node switch
{
    JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))),
    JsonArray a => new JsonArray(a.Select(Canonical).ToArray()),
    _ => node?.DeepClone(),
};

JsonNode SchemaOf(string text)
{
    try
    {
        return new JsonObject { ["json"] = Canonical(JsonNode.Parse(text)) };
    }
    catch (Exception e) when (e is JsonException or ArgumentException)
    {
        return new JsonObject { ["text"] = text };
    }
}

string MakeCacheKeyTodo(LlmRequest request)
{
    LlmRequest plain = request with { Temperature = request.Temperature + 0.0 };
    JsonObject all = JsonSerializer.SerializeToNode(plain, plain.GetType())!.AsObject();
    if (all["Tools"] is JsonArray tools)
    {
        foreach (JsonNode? tool in tools)
            tool!["ParametersJson"] = SchemaOf((string)tool["ParametersJson"]!);
    }

    return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToJsonString())));
}
