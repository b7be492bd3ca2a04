class SingleFlight
{
    private readonly Dictionary<string, Task<string>> flights = new();

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        if (!flights.ContainsKey(key)) flights[key] = ask(cancellationToken);
        return await flights[key];
    }
}
