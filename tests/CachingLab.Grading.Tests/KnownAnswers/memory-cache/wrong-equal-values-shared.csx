// answer: wrong
// fails: hit-is-exact
// misconception: Keeps equal values once, and takes two that differ in case alone for equal
using CachingLab;
using System;
using System.Collections.Concurrent;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.OrdinalIgnoreCase);

    public string? Get(string key) => entries.TryGetValue(key, out string? answer) ? answer : null;

    public void Set(string key, string value)
    {
        if (entries.TryGetValue(key, out string? former) && former != value)
            answers.TryRemove(former, out _);
        entries[key] = answers.GetOrAdd(value, value);
    }
}
