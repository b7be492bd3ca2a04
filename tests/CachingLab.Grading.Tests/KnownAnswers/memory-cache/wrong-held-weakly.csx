// answer: wrong
// fails: hit-stays, keeps-a-thousand
// misconception: a weak reference keeps memory small at no price: what nobody else holds is gone after the next collection
using System;
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, WeakReference<string>> entries = new(StringComparer.Ordinal);

    public string? Get(string key) => entries.TryGetValue(key, out var held) && held.TryGetTarget(out var value) ? value : null;

    public void Set(string key, string value) => entries[key] = new WeakReference<string>(value);
}
