// answer: wrong
// fails: hit-stays
// misconception: Takes the entry out when it is read
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryRemove(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
