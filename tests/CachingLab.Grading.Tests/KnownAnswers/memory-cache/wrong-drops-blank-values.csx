// answer: wrong
// fails: hit-is-exact, set-replaces
// misconception: Does not store an answer of white space, as if it were none
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!string.IsNullOrWhiteSpace(value))
            entries[key] = value;
    }
}
