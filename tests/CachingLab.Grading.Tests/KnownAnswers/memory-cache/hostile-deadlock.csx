// answer: hostile
// ends: timeout
// attack: Waits, with a lock held, for a task that wants the lock
using System.Collections.Concurrent;
using System.Threading.Tasks;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private readonly ConcurrentDictionary<string, string> entries = new();

    private readonly object gate = new();

    public string? Get(string key) => entries.TryGetValue(key, out string? value) ? value : null;

    public void Set(string key, string value)
    {
        lock (gate)
        {
            Task.Run(() =>
            {
                lock (gate)
                    entries[key] = value;
            }).Wait();
        }
    }
}
