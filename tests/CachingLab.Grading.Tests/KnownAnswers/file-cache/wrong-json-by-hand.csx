// answer: wrong
// fails: readable-file, round-trip
// misconception: Writes the JSON by hand and escapes quotation marks only
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using CachingLab;

class SimpleFileCache : ILlmCache
{
    private static readonly object Gate = new();
    private readonly string path;

    public SimpleFileCache(string path)
    {
        this.path = Path.GetFullPath(path);
        lock (Gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
            if (!File.Exists(this.path))
                File.WriteAllText(this.path, "{}");
        }
    }

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
            return Load().TryGetValue(key, out string? value) ? value : null;
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
        {
            SortedDictionary<string, string> entries = Load();
            entries[key] = value;
            Save(entries);
        }
    }

    private SortedDictionary<string, string> Load()
    {
        try
        {
            var entries = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path));
            return new SortedDictionary<string, string>(entries!, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or ArgumentNullException)
        {
            throw new InvalidDataException($"The cache file {path} is damaged: {e.Message}", e);
        }
    }

    private void Save(SortedDictionary<string, string> entries)
    {
        string next = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        File.WriteAllBytes(next, System.Text.Encoding.UTF8.GetBytes(ToJson(entries)));
        File.Move(next, path, overwrite: true);
    }

    private static string ToJson(SortedDictionary<string, string> entries)
    {
        var lines = new List<string>();
        foreach (var (key, value) in entries)
            lines.Add($"  \"{Escape(key)}\": \"{Escape(value)}\"");
        return "{\n" + string.Join(",\n", lines) + "\n}";
    }

    private static string Escape(string text) => text.Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
}
