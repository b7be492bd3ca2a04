using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>Somebody who waits for an answer, and who can leave.</summary>
public sealed class FlightCaller
{
    internal const string StillWaiting = "still waiting";
    private readonly Action leave;

    private FlightCaller(Func<CancellationToken, Task<string>> ask)
    {
#pragma warning disable CA2000 // A source without a timer holds nothing to dispose of, and the call may outlive the caller.
        var leaving = new CancellationTokenSource();
#pragma warning restore CA2000
        leave = leaving.Cancel;
        Waiting = WaitAsync(ask, leaving.Token);
    }

    public Task<string> Waiting { get; }

    /// <summary>Asks. Returns when the function has returned its task.</summary>
    /// <param name="ask">The call, which gets the caller's own token.</param>
    public static FlightCaller Start(Func<CancellationToken, Task<string>> ask) => new(ask);

    /// <summary>Many callers, one after another, none of whom waits for the answer of an earlier one.</summary>
    public static FlightCaller[] Start(int callers, Func<CancellationToken, Task<string>> ask) => [.. Enumerable.Range(0, callers).Select(_ => Start(ask))];

    /// <summary>Many callers at the same moment, each from a thread of its own.</summary>
    public static FlightCaller[] Together(int callers, Func<CancellationToken, Task<string>> ask)
    {
        var started = new FlightCaller[callers];
        int arrived = 0;
        Thread[] threads = [.. Enumerable.Range(0, callers).Select(i => new Thread(() =>
        {
            // The threads spin, because a thread that sleeps wakes only after the first ones have asked.
            Interlocked.Increment(ref arrived);
            var spin = new SpinWait();
            while (Volatile.Read(ref arrived) < callers)
                spin.SpinOnce(sleep1Threshold: -1);
            started[i] = Start(ask);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return started;
    }

    /// <summary>Cancels the caller's own token. Returns when all who had registered with it have been told.</summary>
    public void Leave() => leave();

    /// <summary>Waits until the wait has ended; not for ever, because it may never end.</summary>
    public async Task EndedAsync()
    {
        for (int i = 0; i < Turns.Most && !Waiting.IsCompleted; i++)
            await Turns.TakeAsync(i);
    }

    /// <summary>Prints how the caller stands: an answer, an exception, or still waiting. What is under way gets the time to come to an end.</summary>
    /// <param name="scripted">The exception that the model throws, to print whether the same instance arrives; or null.</param>
    public async Task ShowAsync(Exception? scripted = null)
    {
        await EndedAsync();
        if (Waiting.Exception?.InnerException is NotImplementedException)
            await Waiting;
        Show.Line(await TextAsync(Waiting, scripted));
    }

    internal static async Task<string> TextAsync(Task<string> waiting, Exception? scripted)
    {
        if (!waiting.IsCompleted)
            return StillWaiting;
        try
        {
            return GotText.Outcome(await waiting, null);
        }
        catch (Exception e)
        {
            return GotText.Outcome(null, e as AnswerException ?? new AnswerException(e), scripted);
        }
    }

    // An async method, so that what the function throws before it returns a task ends the wait too.
    private static async Task<string> WaitAsync(Func<CancellationToken, Task<string>> ask, CancellationToken left)
    {
        Task<string>? running = ask(left);
        return await (running ?? throw new InvalidOperationException("The method returned null in place of a Task: make it async, or return the flight's task."));
    }
}
