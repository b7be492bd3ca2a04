// answer: wrong
// fails: keeps-a-thousand
// misconception: Empties itself at 512 entries to stay small
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        if (entries.Count >= 512)
            entries.Clear();
        entries[key] = value;
    }
}
