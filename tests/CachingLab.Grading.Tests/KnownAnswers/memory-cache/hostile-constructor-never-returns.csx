// answer: hostile
// ends: timeout
// attack: Never comes back from its constructor
using System.Collections.Concurrent;
using System.Threading;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public SimpleMemoryCache() => Thread.Sleep(Timeout.Infinite);

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
