// answer: right
// style: a new dictionary for every Set; readers never wait, two writers overwrite each other
// misses: parallel-writers
using System;
using System.Collections.Generic;
using CachingLab;

class SimpleMemoryCache : ILlmCache
{
    private Dictionary<string, string> entries = new();

    public string? Get(string key) => entries.GetValueOrDefault(key);

    public void Set(string key, string value) => entries = new Dictionary<string, string>(entries) { [key] = value };
}
