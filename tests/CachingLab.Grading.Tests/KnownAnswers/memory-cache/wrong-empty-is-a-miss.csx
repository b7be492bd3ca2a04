// answer: wrong
// fails: hit-is-exact, set-replaces
// misconception: Takes a stored empty answer for a miss
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) && !string.IsNullOrEmpty(value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
