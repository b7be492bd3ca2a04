// answer: wrong
// fails: shared-path
// misconception: Remembers which keys are missing, though another instance may set them
using CachingLab;
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;

class SimpleFileCache : ILlmCache
{
    private static readonly ConcurrentDictionary<string, object> Gates = new(StringComparer.Ordinal);
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private readonly ConcurrentDictionary<string, bool> absent = new(StringComparer.Ordinal);
    private readonly string file, folder, lockFile;

    public SimpleFileCache(string path)
    {
        file = Path.GetFullPath(path);
        folder = Path.GetDirectoryName(file)!;
        lockFile = Path.Combine(folder, "." + Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(file)))[..16] + ".lock");
        Directory.CreateDirectory(folder);
        Alone(() => { if (!File.Exists(file)) Save("{}"); });
    }

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (absent.ContainsKey(key)) return null;
        if (Load().TryGetValue(key, out var value)) return value;
        absent[key] = true;
        return null;
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        Alone(() =>
        {
            var entries = Load();
            entries[key] = value;
            Save(Render(entries));
            absent.TryRemove(key, out _);
        });
    }

    private void Alone(Action work)
    {
        lock (Gates.GetOrAdd(file, _ => new object()))
        {
            using var held = Hold(Environment.TickCount64 + 30_000);
            work();
        }
    }

    private FileStream Hold(long giveUp)
    {
        while (true)
        {
            try { return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException e) when (e.GetType() == typeof(IOException) && Environment.TickCount64 < giveUp) { Thread.Sleep(1); }
        }
    }

    private void Save(string json)
    {
        string temp = Path.Combine(folder, "." + Guid.NewGuid().ToString("N") + ".tmp");
        File.WriteAllBytes(temp, Utf8.GetBytes(json));
        File.Move(temp, file, overwrite: true);
    }

    private SortedDictionary<string, string> Load()
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        byte[] bytes = File.Exists(file) ? File.ReadAllBytes(file) : Utf8.GetBytes("{}");
        try
        {
            Utf8.GetCharCount(bytes);
            var reader = new Utf8JsonReader(bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("not an object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string key = Text(ref reader);
                if (!reader.Read() || reader.TokenType != JsonTokenType.String) throw new JsonException("not a string");
                entries[key] = Text(ref reader);
            }
            if (reader.Read()) throw new JsonException("more after the object");
            return entries;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The cache file '{file}' is damaged: {e.Message}", e);
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        string raw = Utf8.GetString(reader.ValueSpan);
        return !reader.ValueIsEscaped ? raw : Regex.Replace(raw, @"\\(?:u([0-9a-fA-F]{4})|(.))", m => m.Groups[1].Success
            ? ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()
            : m.Groups[2].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", var same => same });
    }

    private static string Render(IEnumerable<KeyValuePair<string, string>> entries) =>
        "{\n" + string.Join(",\n", entries.Select(e => $"  {Quote(e.Key)}: {Quote(e.Value)}")) + "\n}";

    private static string Quote(string text) => '"' + Regex.Replace(text,
        @"[\ud800-\udbff][\udc00-\udfff]|[\x00-\x1f\x7f-\x9f\ud800-\udfff""\\]", m => m.Length == 2 ? m.Value
            : m.Value is "\"" or "\\" ? "\\" + m.Value : $"\\u{(int)m.Value[0]:x4}") + '"';
}
