// answer: wrong
// fails: hit-stays
// misconception: Takes an entry out once it was read three times
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, (string Value, int Reads)> answers = new(StringComparer.Ordinal);
    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!answers.TryGetValue(key, out var a)) return null;
        if (a.Reads >= 2) answers.TryRemove(key, out _); else answers[key] = (a.Value, a.Reads + 1);
        return a.Value;
    }
    public void Set(string key, string value) { ArgumentNullException.ThrowIfNull(key); answers[key] = (value, 0); }
}
