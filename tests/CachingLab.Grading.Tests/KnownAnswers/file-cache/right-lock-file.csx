// answer: right
// style: a lock file beside the cache, so that other processes wait too; Utf8JsonWriter and JsonDocument
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using CachingLab;

class SimpleFileCache : ILlmCache
{
    private readonly string path;

    public SimpleFileCache(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        using (Lock())
        {
            if (!File.Exists(this.path))
                Write([]);
        }
    }

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Read().GetValueOrDefault(key);
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        using (Lock())
        {
            var entries = Read();
            entries[key] = value;
            Write(entries);
        }
    }

    private FileStream Lock()
    {
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? throw new JsonException("null is no text"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new IOException("Not a cache file: " + path + ". Move it away or mend it.", e);
        }
    }

    private void Write(Dictionary<string, string> entries)
    {
        string next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create))
        {
            using (var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                foreach (string key in entries.Keys.Order(StringComparer.Ordinal))
                    json.WriteString(key, entries[key]);
                json.WriteEndObject();
            }
        }

        File.Move(next, path, overwrite: true);
    }
}
