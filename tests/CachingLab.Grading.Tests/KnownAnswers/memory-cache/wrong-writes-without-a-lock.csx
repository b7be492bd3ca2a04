// answer: wrong
// fails: parallel-writers
// misconception: Believes that replacing a field is enough to be safe for threads, and loses what two writers set at once
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private volatile KeyValuePair<string, string>[] entries = [];

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var entry in entries)
        {
            if (entry.Key == key)
                return entry.Value;
        }

        return null;
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var entry in entries)
        {
            if (entry.Key != key)
                kept.Add(entry);
        }

        kept.Add(KeyValuePair.Create(key, value));
        entries = kept.ToArray();
    }
}
