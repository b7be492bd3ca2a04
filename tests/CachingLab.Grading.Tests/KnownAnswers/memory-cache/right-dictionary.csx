// answer: right
// style: a Dictionary and TryGetValue
// may-miss: parallel-writers
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly Dictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
