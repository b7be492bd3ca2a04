// answer: wrong
// fails: null-key
// misconception: Takes a null key for a harmless miss, which hides the caller's mistake
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => key is not null && entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        if (key is not null)
            entries[key] = value;
    }
}
