class SingleFlight
{
    private readonly Dictionary<string, Task<string>> flights = new();

    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) => flights[key];
}
