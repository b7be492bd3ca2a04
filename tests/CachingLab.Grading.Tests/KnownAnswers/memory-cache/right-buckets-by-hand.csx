// answer: right
// style: a small hash table of its own, with chained nodes
using System;
using System.Collections.Generic;
using CachingLab;

sealed class Node(string key, string value, Node? next)
{
    public string Key => key;
    public string Value { get; set; } = value;
    public Node? Next => next;
}

class SimpleMemoryCache : ILlmCache
{
    private readonly Node?[] buckets = new Node?[256];

    public string? Get(string key)
    {
        lock (buckets)
            return Find(key)?.Value;
    }

    public void Set(string key, string value)
    {
        lock (buckets)
        {
            if (Find(key) is { } node)
                node.Value = value;
            else
                buckets[IndexOf(key)] = new Node(key, value, buckets[IndexOf(key)]);
        }
    }

    private Node? Find(string key)
    {
        Node? node = buckets[IndexOf(key)];
        while (node is not null && node.Key != key)
            node = node.Next;
        return node;
    }

    private static int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        uint hash = 17;
        foreach (char c in key)
            hash = (hash * 31) + c;
        return (int)(hash % 256);
    }
}
