namespace CachingLab.Production;

/// <summary>
/// Lets what is under way on other threads go on, where nothing tells when it has. Something that comes is waited for in a few turns.
/// All turns are taken only for something that does not come.
/// </summary>
internal static class Turns
{
    /// <summary>How many turns are enough for what comes, on a busy machine too.</summary>
    public const int Most = 1_600;

    private const int Quick = 100;

    /// <summary>Takes one turn. The first ones are quick.</summary>
    /// <param name="number">The turn's number, from 0.</param>
    public static Task TakeAsync(int number, CancellationToken cancellationToken = default) =>
        number < Quick ? YieldAsync() : Task.Delay(1, cancellationToken);

    /// <summary>Lets the thread pool do what was queued before.</summary>
    public static async Task YieldAsync()
    {
        for (int i = 0; i < 20; i++)
            await Task.Yield();
    }
}
