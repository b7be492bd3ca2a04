namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>A clock that stands still until it is moved, and knows which timer is due next.</summary>
internal sealed class ExamClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Lock gate = new();
    private readonly List<Alarm> pending = [];
    private TimeSpan now;
    private TimeSpan setBack;
    private int started;

    public Action? Started { get; set; }

    /// <summary>The time since the exam began.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (gate)
                return now;
        }
    }

    public int Timers
    {
        get
        {
            lock (gate)
                return started;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the next timer is due, and the number of the timer; null when none is pending.</summary>
    public (TimeSpan Due, int Number)? Next
    {
        get
        {
            lock (gate)
                return pending.MinBy(a => a.Due) is { } next ? (next.Due, next.Number) : null;
        }
    }

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return Start + now - setBack;
    }

    /// <summary>Sets the time of day back. The clock that only goes forward is not changed.</summary>
    public void SetBack(TimeSpan by)
    {
        lock (gate)
            setBack += by;
    }

    /// <summary>Moves the clock and rings the timers that are due. What they call runs on the thread pool.</summary>
    public void MoveTo(TimeSpan time)
    {
        while (true)
        {
            Alarm? due;
            lock (gate)
            {
                due = pending.MinBy(a => a.Due);
                now = due is not null && due.Due <= time ? Max(now, due.Due) : Max(now, time);
                if (due is null || due.Due > time)
                    return;
                pending.Remove(due);
                due.Again(now);
            }

            ThreadPool.UnsafeQueueUserWorkItem(static d => d.Ring(), due, preferLocal: false);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm;
        lock (gate)
            alarm = new Alarm(this, () => callback(state), ++started);
        alarm.Change(dueTime, period);
        Started?.Invoke();
        return alarm;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed class Alarm(ExamClock clock, Action ring, int number) : ITimer
    {
        // With a period of a few ticks the clock would hardly move on.
        private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(1);
        private TimeSpan period;
        private bool stopped;

        public TimeSpan Due { get; private set; }

        public int Number => number;

        public void Ring() => ring();

        /// <summary>Called with the clock's lock held when the alarm is due.</summary>
        public void Again(TimeSpan now)
        {
            if (period <= TimeSpan.Zero)
                return;
            Due = now + Max(period, ShortestPeriod);
            clock.pending.Add(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.pending.Remove(this);
                this.period = period;
                if (stopped)
                    return false;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.pending.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                stopped = true;
                clock.pending.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
