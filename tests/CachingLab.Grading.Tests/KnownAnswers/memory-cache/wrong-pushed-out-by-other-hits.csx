// answer: wrong
// fails: hit-stays
// misconception: what was read once will not be read again soon, so it may go when many others have been read
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private const int Most = 1_500;
    private readonly object gate = new();
    private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal);
    private readonly Queue<string> read = new();
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);

    public string? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (gate)
        {
            if (!entries.TryGetValue(key, out string? value))
                return null;
            if (waiting.Add(key))
                read.Enqueue(key);
            if (read.Count > Most)
            {
                string oldest = read.Dequeue();
                waiting.Remove(oldest);
                entries.Remove(oldest);
            }

            return value;
        }
    }

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (gate)
            entries[key] = value;
    }
}
