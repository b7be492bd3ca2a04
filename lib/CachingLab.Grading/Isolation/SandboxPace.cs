namespace CachingLab.Grading.Isolation;

/// <summary>
/// Tells a child that takes too long from one that a busy machine keeps waiting. Time counts against the child while it runs, and while it waits for
/// anything but a processor.
/// </summary>
internal sealed class SandboxPace(SandboxLimits limits)
{
    // A child that uses less processor time than this is idle.
    private static readonly TimeSpan Progress = TimeSpan.FromMilliseconds(100);

    // Two looks are a tenth of a second apart. When they are further apart, the watch itself was kept waiting, or the machine slept.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    // A child is given up after this many wall times if it waited for a processor in most of them.
    private const int Patience = 4;
    private TimeSpan seen;
    private TimeSpan waited;
    private TimeSpan starved;
    private TimeSpan used;
    private TimeSpan busy;

    /// <summary>Looks at the child.</summary>
    /// <param name="elapsed">Wall time since it was armed.</param>
    /// <param name="cpuTime">Its processor time.</param>
    /// <param name="waiting">How long its threads have been waiting for a processor in all; null where that is not known.</param>
    /// <returns>Why it must be stopped, or null.</returns>
    public SandboxEndReason? Look(TimeSpan elapsed, TimeSpan cpuTime, TimeSpan? waiting)
    {
        TimeSpan passed = elapsed - seen;
        TimeSpan kept = waiting is { } sum ? Between(sum - waited, TimeSpan.Zero, passed) : TimeSpan.Zero;
        (seen, waited) = (elapsed, waiting ?? waited);
        starved += Between(passed - Late, kept, passed);
        TimeSpan own = elapsed - starved;
        if (cpuTime - used >= Progress)
            (used, busy) = (cpuTime, own);
        if (cpuTime > limits.CpuTime)
            return SandboxEndReason.CpuTime;
        if (own > limits.WallTime || own - busy > limits.IdleTime)
            return SandboxEndReason.WallTime;
        return elapsed / Patience > limits.WallTime ? SandboxEndReason.Starved : null;
    }

    private static TimeSpan Between(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
