// answer: wrong
// fails: hit-stays
// misconception: Moves what is read to the front of its chain, and forgets that it was the last one
using CachingLab;
using System;

class SimpleMemoryCache : ILlmCache
{
    private sealed class Node(string key, string value)
    {
        public readonly string Key = key;
        public string Value = value;
        public Node? Next;
    }

    private sealed class Chain
    {
        private Node? head, tail;

        public Node? Find(string key, bool toFront)
        {
            Node? before = null;
            for (var node = head; node != null; before = node, node = node.Next)
            {
                if (!string.Equals(node.Key, key, StringComparison.Ordinal))
                {
                    continue;
                }
                if (toFront && before != null)
                {
                    before.Next = node.Next;
                    node.Next = head;
                    head = node;
                }
                return node;
            }
            return null;
        }

        public void Append(Node node)
        {
            if (tail == null)
            {
                head = node;
            }
            else
            {
                tail.Next = node;
            }
            tail = node;
        }
    }

    private readonly Chain[] chains = new Chain[128];

    public SimpleMemoryCache()
    {
        for (int i = 0; i < chains.Length; i++)
        {
            chains[i] = new Chain();
        }
    }

    public string? Get(string key)
    {
        var chain = ChainOf(key);
        lock (chain)
        {
            return chain.Find(key, toFront: true)?.Value;
        }
    }

    public void Set(string key, string value)
    {
        var chain = ChainOf(key);
        lock (chain)
        {
            if (chain.Find(key, toFront: false) is { } known)
            {
                known.Value = value;
            }
            else
            {
                chain.Append(new Node(key, value));
            }
        }
    }

    private Chain ChainOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        uint hash = 2166136261;
        foreach (char c in key)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }
        return chains[(hash ^ (hash >> 15)) % (uint)chains.Length];
    }
}
