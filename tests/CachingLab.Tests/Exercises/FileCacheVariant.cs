using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CachingLab.Tests.Exercises;

/// <summary>A right file cache, each step of which can be replaced by a wrong one.</summary>
internal sealed class FileCacheVariant : ILlmCache
{
    private static readonly ConcurrentDictionary<string, object> Locks = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Path { get; set; } = "";

    public Action<string> Construct { get; init; } = path =>
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            File.WriteAllText(path, "{}");
    };

    public Func<string, string> Key { get; init; } = key =>
    {
        ArgumentNullException.ThrowIfNull(key);
        return key;
    };

    public Func<string?, string?> Found { get; init; } = value => value;

    public Func<string, string> Stored { get; init; } = value => value;

    public Action<SortedDictionary<string, string>, string, string> Put { get; init; } = (entries, key, value) => entries[key] = value;

    public bool Takes { get; init; }

    public bool Unlocked { get; init; }

    public Func<string, string> Damaged { get; init; } = path => throw new InvalidDataException($"{path} is damaged");

    public Func<SortedDictionary<string, string>, string> Write { get; init; } = entries => JsonSerializer.Serialize(entries, Readable);

    public Action<string, string> Save { get; init; } = (path, json) =>
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, json);
        File.Move(temporary, path, overwrite: true);
    };

    public FileCacheVariant On(string path)
    {
        Path = path;
        Construct(path);
        return this;
    }

    public string? Get(string key)
    {
        SortedDictionary<string, string> entries = Read();
        string? value = entries.GetValueOrDefault(Key(key));
        if (Takes && entries.Remove(key))
            Save(Path, Write(entries));
        return Found(value);
    }

    public void Set(string key, string value)
    {
        key = Key(key);
        lock (Unlocked ? new object() : Locks.GetOrAdd(Path, _ => new object()))
        {
            SortedDictionary<string, string> entries = Read();
            Put(entries, key, Stored(value));
            Save(Path, Write(entries));
        }
    }

    private SortedDictionary<string, string> Read()
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.Exists(Path) ? File.ReadAllText(Path) : "{}")!, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(Damaged(Path))!, StringComparer.Ordinal);
        }
    }
}
