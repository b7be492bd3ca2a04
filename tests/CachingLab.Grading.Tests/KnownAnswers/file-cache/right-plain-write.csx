// answer: right
// style: the first thing that works: read all, write all, no lock
// misses: no-torn-read, parallel-sets
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CachingLab;

class SimpleFileCache : ILlmCache
{
    private readonly string path;

    public SimpleFileCache(string path)
    {
        this.path = path;
        string? folder = Path.GetDirectoryName(path);
        if (!string.IsNullOrEmpty(folder))
            Directory.CreateDirectory(folder);
        if (!File.Exists(path))
            File.WriteAllText(path, "{}");
    }

    public string? Get(string key) => Load().TryGetValue(key, out var value) ? value : null;

    public void Set(string key, string value)
    {
        var entries = Load();
        entries[key] = value;
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        File.WriteAllText(path, JsonSerializer.Serialize(entries, options));
    }

    private SortedDictionary<string, string> Load()
    {
        try
        {
            var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!)
                entries.Add(key, value);
            return entries;
        }
        catch (Exception e) when (e is JsonException or NullReferenceException)
        {
            throw new Exception("Cannot read the cache in " + path, e);
        }
    }
}
