// answer: wrong
// fails: keys-are-ordinal
// misconception: Keeps the first twelve characters of a key: hashes differ early, other keys need not
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
    static string Short(string key) { ArgumentNullException.ThrowIfNull(key); return key.Length > 12 ? key[..12] : key; }
    public string? Get(string key) => answers.TryGetValue(Short(key), out string a) ? a : null;
    public void Set(string key, string value) => answers[Short(key)] = value;
}
