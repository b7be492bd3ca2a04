// answer: wrong
// fails: set-replaces
// misconception: Appends to what was set before
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries.AddOrUpdate(key, value, (_, old) => old + value);
}
