// answer: wrong
// fails: keys-are-ordinal
// misconception: Compares keys as a language would, so that two spellings of one letter are the same key
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new(StringComparer.InvariantCulture);

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value) => entries[key] = value;
}
