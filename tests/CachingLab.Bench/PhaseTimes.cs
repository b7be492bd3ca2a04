using System.Collections.Concurrent;
using System.Diagnostics;
using CachingLab.Grading.Answers;

namespace CachingLab.Bench;

/// <summary>Adds up how long each phase of gradings takes, without the phases inside it.</summary>
internal sealed class PhaseTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> times = new();
    private readonly ActivityListener listener;

    public PhaseTimes()
    {
        // Made before anybody asks whether to listen to it.
        ActivitySource grading = GradingPhases.Source;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source == grading,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The phases, the longest first.</summary>
    public IReadOnlyList<(string Phase, TimeSpan Time)> All => [.. times.Select(t => (t.Key, t.Value)).OrderByDescending(t => t.Value)];

    public void Dispose() => listener.Dispose();

    private void Add(Activity phase)
    {
        times.AddOrUpdate(phase.OperationName, phase.Duration, (_, sum) => sum + phase.Duration);
        if (phase.Parent is { } around)
            times.AddOrUpdate(around.OperationName, -phase.Duration, (_, sum) => sum - phase.Duration);
    }
}
