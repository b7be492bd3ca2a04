// answer: wrong
// fails: set-replaces
// misconception: Uses Add, which throws for a key that is there
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly Dictionary<string, string> entries = new();

    public string? Get(string key)
    {
        lock (entries)
            return entries.GetValueOrDefault(key);
    }

    public void Set(string key, string value)
    {
        lock (entries)
            entries.Add(key, value);
    }
}
