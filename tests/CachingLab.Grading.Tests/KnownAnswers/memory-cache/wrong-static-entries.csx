// answer: wrong
// fails: instances-are-apart
// misconception: Makes the dictionary static, so that every instance shares it
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private static readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
