class SimpleFileCache : ILlmCache
{
    private readonly string path;

    public SimpleFileCache(string path)
    {
        // The folder is still to be made.
        this.path = path;
        File.WriteAllText(path, "{}");
    }

    public string Get(string key) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))[key];

    public void Set(string key, string value)
    {
        throw new NotImplementedException("TODO: write Set.");
    }
}
