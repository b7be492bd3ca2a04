// answer: wrong
// fails: keeps-a-thousand
// misconception: Keeps only the hundred newest entries, though nobody asked for a limit
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private const int Capacity = 100;
    private readonly object gate = new();
    private readonly LinkedList<KeyValuePair<string, string>> order = new();
    private readonly Dictionary<string, LinkedListNode<KeyValuePair<string, string>>> entries = new();

    public string? Get(string key)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var node))
                return null;
            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Value;
        }
    }

    public void Set(string key, string value)
    {
        lock (gate)
        {
            if (entries.Remove(key, out var old))
                order.Remove(old);
            entries[key] = order.AddFirst(KeyValuePair.Create(key, value));
            if (entries.Count > Capacity)
            {
                entries.Remove(order.Last!.Value.Key);
                order.RemoveLast();
            }
        }
    }
}
