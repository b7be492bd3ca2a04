namespace CachingLab.Worker.Calls;

/// <summary>The next item of a stream.</summary>
/// <param name="IsThere">Whether there is one; false at the end.</param>
public sealed record Item<T>(bool IsThere, T? Value);

/// <summary>A stream that is read in another process. Public because the runtime implements it.</summary>
public interface IItems<T>
{
    /// <summary>The next item; waits until there is one.</summary>
    Task<Item<T>> NextAsync(CancellationToken cancellationToken);

    /// <summary>Ends the reading.</summary>
    Task StopAsync();
}

/// <summary>A stream of this side.</summary>
/// <param name="stream">The stream, which is read once.</param>
internal sealed class Items<T>(IAsyncEnumerable<T> stream) : IItems<T>, IDisposable
{
    private readonly CancellationTokenSource reading = new();
    private IAsyncEnumerator<T>? enumerator;

    public async Task<Item<T>> NextAsync(CancellationToken cancellationToken)
    {
        enumerator ??= stream.GetAsyncEnumerator(reading.Token);
        await using CancellationTokenRegistration cancel = cancellationToken.Register(reading.Cancel);
        return await enumerator.MoveNextAsync() ? new Item<T>(true, enumerator.Current) : new Item<T>(false, default);
    }

    public async Task StopAsync()
    {
        if (enumerator is not null)
            await enumerator.DisposeAsync();
        Dispose();
    }

    public void Dispose() => reading.Dispose();
}

/// <summary>A stream of the other side. It is requested when it is first read, so that the call does not block.</summary>
internal sealed class RemoteStream<T>(Func<Task<object?>> ask) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var items = (IItems<T>)(await ask())!;
        try
        {
            while (await items.NextAsync(cancellationToken) is { IsThere: true } item)
                yield return item.Value!;
        }
        finally
        {
            await items.StopAsync();
        }
    }
}
