using System.Diagnostics;

namespace CachingLab.Exercises;

/// <summary>Measures how long the model inside takes.</summary>
/// <param name="inner">The model.</param>
internal sealed class TimedClient(ILlmClient inner) : ILlmClient
{
    /// <summary>Seconds that the first call took; a second one is another requirement's matter.</summary>
    public double Seconds { get; private set; }

    public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return await inner.CompleteAsync(request, cancellationToken);
        }
        finally
        {
            if (Seconds == 0)
                Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
