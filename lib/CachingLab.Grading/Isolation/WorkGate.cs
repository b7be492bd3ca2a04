namespace CachingLab.Grading.Isolation;

/// <summary>Lets several pieces of work run at a time, or one alone.</summary>
internal sealed class WorkGate(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim room = new(atOnce);
    private readonly SemaphoreSlim alone = new(1);

    /// <summary>Runs work beside other work.</summary>
    public async Task<T> SharedAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Waits for all other work to end, and runs this while nothing else runs.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        await alone.WaitAsync(cancellationToken);
        int taken = 0;
        try
        {
            for (; taken < atOnce; taken++)
                await room.WaitAsync(cancellationToken);
            return await work();
        }
        finally
        {
            if (taken > 0)
                room.Release(taken);
            alone.Release();
        }
    }

    public void Dispose()
    {
        room.Dispose();
        alone.Dispose();
    }
}
