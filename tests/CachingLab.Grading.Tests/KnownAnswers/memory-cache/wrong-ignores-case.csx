// answer: wrong
// fails: keys-are-ordinal
// misconception: Ignores case in keys
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new(StringComparer.OrdinalIgnoreCase);

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
