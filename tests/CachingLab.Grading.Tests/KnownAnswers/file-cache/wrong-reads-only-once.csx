// answer: wrong
// fails: shared-path, damaged-file
// misconception: Reads the file when it is opened, and never sees what another instance sets later
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
    private SortedDictionary<string, string>? known;

    public SimpleFileCache(string path)
    {
        this.path = Path.GetFullPath(path);
        lock (Gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
            if (!File.Exists(this.path))
                File.WriteAllText(this.path, "{}");
            try
            {
                known = Load();
            }
            catch (InvalidDataException)
            {
                known = null;
            }
        }
    }

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
            return (known ??= Load()).TryGetValue(key, out string? value) ? value : null;
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (Gate)
        {
            SortedDictionary<string, string> entries = Load();
            entries[key] = value;
            Save(entries);
            known = entries;
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
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(entries, Readable));
        File.Move(next, path, overwrite: true);
    }
}
