// answer: wrong
// fails: miss-is-null
// misconception: Answers a miss with the empty text, so that a caller cannot tell it from an empty answer
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : "";

    public void Set(string key, string value) => entries[key] = value;
}
