class SimpleMemoryCache : ILlmCache
{
    private readonly Dictionary<string, string> store = new();
    public string Get(string key) => store[key];
    public void Set(string key, string value) => store.Add(key, value);
}
