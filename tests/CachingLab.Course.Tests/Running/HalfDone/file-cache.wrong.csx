class SimpleFileCache : ILlmCache
{
    private readonly string path;
    private readonly Dictionary<string, string> entries = new();

    public SimpleFileCache(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
    }

    public string Get(string key) => entries.GetValueOrDefault(key);

    public void Set(string key, string value)
    {
        entries[key] = value;
        File.WriteAllText(path, JsonSerializer.Serialize(entries));
    }
}
