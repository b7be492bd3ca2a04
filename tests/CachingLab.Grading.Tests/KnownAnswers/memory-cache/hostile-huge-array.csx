// answer: hostile
// ends: out-of-memory
// attack: Asks for one array of two gigabytes and touches all of it
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    private static byte[] huge = [];

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        if (huge.Length == 0)
        {
            huge = new byte[2_000_000_000];
            Array.Fill(huge, (byte)1);
        }

        entries[key] = value;
    }
}
