// answer: wrong
// fails: hit-stays
// misconception: Believes that an entry is used up after some reads
using System.Collections.Concurrent;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();
    private readonly ConcurrentDictionary<string, int> reads = new();

    public string? Get(string key)
    {
        if (!entries.TryGetValue(key, out string? value))
            return null;
        if (reads.AddOrUpdate(key, 1, (_, n) => n + 1) == 2)
            entries.TryRemove(key, out _);
        return value;
    }

    public void Set(string key, string value)
    {
        entries[key] = value;
        reads[key] = 0;
    }
}
