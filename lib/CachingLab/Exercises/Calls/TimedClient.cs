using System.Diagnostics;

namespace CachingLab.Exercises.Calls;

/// <summary>Measures how long the model inside takes.</summary>
internal sealed class TimedClient(FakeLlm inner) : ILlmClient
{
    public FakeLlm Inner => inner;

    /// <summary>The seconds that the first call took. Another requirement checks that there is only one.</summary>
    public double Seconds { get; private set; }

    public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        long start = Stopwatch.GetTimestamp();
        Task<string>? running = null;
        try
        {
            running = inner.CompleteAsync(request, cancellationToken);
            return running.IsCompleted ? running : TimedAsync(running, start);
        }
        finally
        {
            if (running?.IsCompleted is not false)
                Keep(start);
        }
    }

    private async Task<string> TimedAsync(Task<string> running, long start)
    {
        try
        {
            return await running;
        }
        finally
        {
            Keep(start);
        }
    }

    private void Keep(long start)
    {
        if (Seconds == 0)
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
