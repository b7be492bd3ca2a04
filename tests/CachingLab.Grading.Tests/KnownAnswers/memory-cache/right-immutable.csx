// answer: right
// style: an ImmutableDictionary that is swapped atomically
using System;
using System.Collections.Immutable;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private ImmutableDictionary<string, string> entries = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public string? Get(string key) => entries.TryGetValue(key, out var value) ? value : null;

    public void Set(string key, string value) => ImmutableInterlocked.Update(ref entries, map => map.SetItem(key, value));
}
