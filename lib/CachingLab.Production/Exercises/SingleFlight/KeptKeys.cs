using System.Runtime.CompilerServices;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>Finds what a single flight keeps of flights that are over.</summary>
public static class KeptKeys
{
    /// <summary>Lets many flights come and go, one after another, and counts the keys that are still in memory.</summary>
    /// <param name="flights">How many flights, each with a key of its own.</param>
    public static async Task<int> CountAsync(int flights, FlightEnd end, FlightFunction ask)
    {
        var keys = new WeakReference[flights];
        for (int i = 0; i < flights; i++)
        {
            (keys[i], FlightCaller caller) = Begin($"kept {i}", end, ask);
            if (end is FlightEnd.Left)
                caller.Leave();
            await Task.WhenAny(caller.Waiting);
            await Turns.YieldAsync();
        }

        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Turns.YieldAsync();
        }

        return keys.Count(k => k.IsAlive);
    }

    // A method of its own, so that no variable of the loop keeps the key.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Key, FlightCaller Caller) Begin(
        string key, FlightEnd end, FlightFunction ask) =>
        (new WeakReference(key), FlightCaller.Start(token => ask(key, called => EndAsync(end, called), token)));

    private static async Task<string> EndAsync(FlightEnd end, CancellationToken called)
    {
        await Task.Yield();
        if (end is FlightEnd.Failed)
            throw new IOException("the model has gone");
        if (end is FlightEnd.Left)
            await Task.Delay(Timeout.InfiniteTimeSpan, called);
        return "yes";
    }
}

/// <summary>How a flight ends.</summary>
public enum FlightEnd
{
    /// <summary>The model answers.</summary>
    Answered,

    /// <summary>The model throws.</summary>
    Failed,

    /// <summary>The only caller leaves, and the model stops.</summary>
    Left,
}
