// answer: right
// style: a Dictionary under a lock, with the arguments checked by hand
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly object gate = new();
    private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal);

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (gate)
        {
            if (!entries.ContainsKey(key))
                return null;
            return entries[key];
        }
    }

    public void Set(string key, string value)
    {
        if (key is null)
            throw new ArgumentNullException(nameof(key));
        lock (gate)
        {
            entries.Remove(key);
            entries.Add(key, value);
        }
    }
}
