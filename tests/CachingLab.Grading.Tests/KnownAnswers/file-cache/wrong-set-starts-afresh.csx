// answer: wrong
// fails: damaged-file
// misconception: Reports a damaged file on Get, and on Set starts afresh and overwrites it
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CachingLab;

class SimpleFileCache : ILlmCache
{
    private static readonly object Gate = new();
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string path;
    public SimpleFileCache(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        if (!File.Exists(this.path)) File.WriteAllText(this.path, "{}");
    }
    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        try { return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)).GetValueOrDefault(key); }
        catch (JsonException e) { throw new InvalidDataException($"{path} is damaged", e); }
    }
    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
        {
            SortedDictionary<string, string> entries;
            try { entries = new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)), StringComparer.Ordinal); }
            catch (JsonException) { entries = new(StringComparer.Ordinal); }
            entries[key] = value;
            string next = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
            File.WriteAllText(next, JsonSerializer.Serialize(entries, Readable));
            File.Move(next, path, overwrite: true);
        }
    }
}
