// answer: wrong
// fails: hit-is-exact, set-replaces, hit-stays
// misconception: Keeps the first hundred characters of an answer, to save memory
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
    public string? Get(string key) { ArgumentNullException.ThrowIfNull(key); return answers.TryGetValue(key, out var a) ? a : null; }
    public void Set(string key, string value) { ArgumentNullException.ThrowIfNull(key); answers[key] = value.Length > 100 ? value[..100] : value; }
}
