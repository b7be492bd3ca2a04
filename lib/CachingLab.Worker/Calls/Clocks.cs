namespace CachingLab.Worker.Calls;

/// <summary>A clock of another process.</summary>
public interface IClock
{
    DateTimeOffset UtcNow();

    long Timestamp();

    long Frequency();

    ITimer Start(IAlarm alarm, TimeSpan due, TimeSpan period);
}

/// <summary>The callback of a timer in another process.</summary>
public interface IAlarm
{
    [Exams.Notice]
    void Ring();
}

/// <summary>A clock is passed as an object, so its time and its timers are the sender's.</summary>
internal sealed class ClockShape : Shape
{
    private readonly Shape clock = Of(typeof(IClock));

    public override void Write(WireWriter to, object? value, ObjectTable objects) =>
        clock.Write(to, value is TimeProvider time ? new LocalClock(time) : null, objects);

    public override object? Read(WireReader from, ObjectTable objects, int depth) =>
        clock.Read(from, objects, depth) is IClock remote ? new RemoteClock(remote) : null;
}

/// <summary>A clock of this side.</summary>
internal sealed class LocalClock(TimeProvider time) : IClock
{
    public DateTimeOffset UtcNow() => time.GetUtcNow();

    public long Timestamp() => time.GetTimestamp();

    public long Frequency() => time.TimestampFrequency;

    public ITimer Start(IAlarm alarm, TimeSpan due, TimeSpan period) => time.CreateTimer(_ => alarm.Ring(), null, due, period);
}

/// <summary>A clock of the other side.</summary>
internal sealed class RemoteClock(IClock clock) : TimeProvider
{
    private readonly Lazy<long> frequency = new(clock.Frequency);

    public override long TimestampFrequency => frequency.Value;

    public override DateTimeOffset GetUtcNow() => clock.UtcNow();

    public override long GetTimestamp() => clock.Timestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new RemoteTimer(clock.Start(new Alarm(() => callback(state)), dueTime, period));

    private sealed class Alarm(Action ring) : IAlarm
    {
        public void Ring() => ring();
    }

    private sealed class RemoteTimer(ITimer timer) : ITimer
    {
        private bool stopped;

        public bool Change(TimeSpan dueTime, TimeSpan period) => !stopped && timer.Change(dueTime, period);

        public void Dispose()
        {
            stopped = true;
            timer.Dispose();
        }

        // A ValueTask does not cross.
        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
