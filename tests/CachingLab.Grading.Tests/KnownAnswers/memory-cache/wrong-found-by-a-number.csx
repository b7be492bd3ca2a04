// answer: wrong
// fails: keys-are-ordinal
// misconception: a number of 64 bits that is made from all of a key's characters, and its length, are as good as the key
using System;
using System.Collections.Concurrent;
using System.Numerics;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<(ulong, int), string> entries = new();

    public string? Get(string key) => entries.TryGetValue(NumberOf(key), out string? value) ? value : null;

    public void Set(string key, string value) => entries[NumberOf(key)] = value;

    private static (ulong, int) NumberOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ulong number = 0;
        foreach (char c in key)
            number = BitOperations.RotateLeft(number, 5) ^ c;
        return (number, key.Length);
    }
}
