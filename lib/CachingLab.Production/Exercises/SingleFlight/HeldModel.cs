namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>A model that answers when it is told to, so that several callers can be waiting at the same moment. It counts its calls.</summary>
public class HeldModel
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource<string>> held = [];
    private Exception? refusal;

    public int Calls { get; private set; }

    /// <summary>How many calls were cancelled before they were answered. A cancelled call is still held: a model may need a while to stop.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Makes a call. It ends when <see cref="Answer"/> or <see cref="Fail"/> ends it.</summary>
    public Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var call = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            held.Add(call);

        // A real client works a little before it returns its task. Other callers may arrive meanwhile.
        for (int i = 0; i < 10; i++)
            Thread.Yield();
        Exception? refused = refusal;
        if (refused is null)
            cancellationToken.Register(() => Cancel(call));
        lock (gate)
            Calls++;
        return refused is null ? call.Task : throw refused;
    }

    /// <summary>Waits until so many calls were made; not for ever, because they may never come.</summary>
    public async Task CalledAsync(int calls = 1)
    {
        for (int i = 0; i < Turns.Most && Calls < calls; i++)
            await Turns.TakeAsync(i);
    }

    /// <summary>Lets each call that is held return <paramref name="text"/>.</summary>
    public virtual void Answer(string text)
    {
        foreach (TaskCompletionSource<string> call in Release())
            call.TrySetResult(text);
    }

    /// <summary>Lets each call that is held throw <paramref name="exception"/>, the same instance.</summary>
    public virtual void Fail(Exception exception)
    {
        foreach (TaskCompletionSource<string> call in Release())
            call.TrySetException(exception);
    }

    /// <summary>From now on each call throws <paramref name="exception"/> before it returns a task; null for no longer.</summary>
    public virtual void Refuse(Exception? exception) => refusal = exception;

    private TaskCompletionSource<string>[] Release()
    {
        lock (gate)
        {
            TaskCompletionSource<string>[] released = [.. held];
            held.Clear();
            return released;
        }
    }

    private void Cancel(TaskCompletionSource<string> call)
    {
        lock (gate)
            Cancelled += held.Contains(call) ? 1 : 0;
    }
}
