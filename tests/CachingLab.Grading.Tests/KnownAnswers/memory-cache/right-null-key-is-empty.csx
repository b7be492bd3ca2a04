// answer: right
// style: a ConcurrentDictionary that takes a null key for the empty one
// misses: null-key
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key ?? "", out var value) ? value : null;

    public void Set(string key, string value) => entries.AddOrUpdate(key ?? "", value, (_, _) => value);
}
