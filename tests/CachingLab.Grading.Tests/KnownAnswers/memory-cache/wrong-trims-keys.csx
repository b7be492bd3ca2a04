// answer: wrong
// fails: keys-are-ordinal
// misconception: Trims keys, so that two keys become one
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(Clean(key), out string? value) ? value : null;

    public void Set(string key, string value) => entries[Clean(key)] = value;

    private static string Clean(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Trim();
    }
}
