namespace CachingLab.Exams;

/// <summary>The kinds of clock that a piece of compiled code reads.</summary>
[Flags]
public enum ClockUse
{
    None = 0,

    /// <summary>The time of day, which can be set back: <c>DateTime.UtcNow</c> and its like.</summary>
    WallClock = 1,

    /// <summary>A clock that only goes forward: <c>Stopwatch</c>, <c>TimeProvider.GetTimestamp</c>, <c>Environment.TickCount64</c>.</summary>
    Monotonic = 2,
}
