// answer: right
// style: a damaged file is renamed and the cache starts anew; JsonObject by hand
using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab;

class SimpleFileCache : ILlmCache
{
    private static readonly object Gate = new();
    private readonly FileInfo file;

    public SimpleFileCache(string path)
    {
        file = new FileInfo(path);
        lock (Gate)
        {
            file.Directory!.Create();
            if (!File.Exists(file.FullName))
                Write(new JsonObject());
        }
    }

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
            return Read()[key]?.GetValue<string>();
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
        {
            JsonObject entries = Read();
            entries[key] = value;
            var sorted = new JsonObject();
            foreach (string name in entries.Select(p => p.Key).OrderBy(k => k, StringComparer.Ordinal).ToList())
                sorted[name] = entries[name]!.GetValue<string>();
            Write(sorted);
        }
    }

    private JsonObject Read()
    {
        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            if (JsonNode.Parse(File.ReadAllText(file.FullName, strict)) is JsonObject entries
                && entries.All(p => p.Value?.GetValueKind() == JsonValueKind.String))
                return entries;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Kept aside below, as is a file that parses and is no object of strings.
        }

        File.Move(file.FullName, $"{file.FullName}.{Guid.NewGuid():N}.damaged");
        var empty = new JsonObject();
        Write(empty);
        return empty;
    }

    private void Write(JsonObject entries)
    {
        string next = $"{file.FullName}.{Guid.NewGuid():N}.next";
        File.WriteAllText(next, entries.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        File.Move(next, file.FullName, true);
    }
}
