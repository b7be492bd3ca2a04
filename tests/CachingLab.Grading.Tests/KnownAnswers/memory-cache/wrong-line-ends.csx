// answer: wrong
// fails: hit-is-exact
// misconception: Makes the line ends of the answer uniform
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value.ReplaceLineEndings("\n");
}
