// answer: right
// style: a SortedDictionary in ordinal order behind a reader-writer lock
using System;
using System.Collections.Generic;
using CachingLab;
using System.Threading;

class SimpleMemoryCache : ILlmCache
{
    private readonly ReaderWriterLockSlim gate = new();
    private readonly SortedDictionary<string, string> entries = new(StringComparer.Ordinal);

    public string? Get(string key)
    {
        gate.EnterReadLock();
        try
        {
            return entries.TryGetValue(key, out string? value) ? value : null;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public void Set(string key, string value)
    {
        gate.EnterWriteLock();
        try
        {
            entries[key] = value;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
