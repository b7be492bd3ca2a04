// answer: wrong
// fails: miss-is-null
// misconception: Lets the indexer throw KeyNotFoundException for an unknown key
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    public string? Get(string key) => entries[key];

    public void Set(string key, string value) => entries[key] = value;
}
