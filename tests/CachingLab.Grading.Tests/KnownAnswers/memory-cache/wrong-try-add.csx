// answer: wrong
// fails: set-replaces
// misconception: Adds only what is not there yet: the first answer stays for ever
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries.TryAdd(key, value);
}
