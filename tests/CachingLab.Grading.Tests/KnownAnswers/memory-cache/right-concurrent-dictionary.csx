// answer: right
// style: a ConcurrentDictionary
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new(System.StringComparer.Ordinal);

    public string Get(string key) => entries.TryGetValue(key, out string value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
