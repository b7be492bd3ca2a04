class SimpleMemoryCache : ILlmCache
{
    private static readonly Dictionary<string, string> store = new();
    public string Get(string key) => store.TryGetValue(key, out string value) ? value : "";
    public void Set(string key, string value) => store.TryAdd(key, value);
}
