using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>Which time counts against an answer.</summary>
public sealed class SandboxPaceTests
{
    private static readonly SandboxLimits Limits = new()
    {
        CpuTime = TimeSpan.FromSeconds(10),
        IdleTime = TimeSpan.FromSeconds(30),
        WallTime = TimeSpan.FromSeconds(300),
    };

    [Fact]
    public void Processor_time_ends_a_loop_however_soon() =>
        Assert.Equal((SandboxEndReason.CpuTime, 5.1), EndOf(cpu: 2.0, waiting: 0));

    [Fact]
    public void An_answer_that_does_nothing_ends_at_its_idle_time() =>
        Assert.Equal((SandboxEndReason.WallTime, 30.1), EndOf(cpu: 0, waiting: 0));

    [Fact]
    public void An_answer_that_is_now_and_then_busy_ends_at_its_wall_time() =>
        Assert.Equal((SandboxEndReason.WallTime, 300.1), EndOf(cpu: 0.02, waiting: 0));

    [Fact]
    public void On_a_busy_machine_an_answer_has_its_whole_processor_time() =>
        Assert.Equal((SandboxEndReason.CpuTime, 500.1), EndOf(cpu: 0.02, waiting: 0.98));

    [Fact]
    public void Waiting_for_a_processor_is_not_idle() =>
        Assert.Equal((SandboxEndReason.Starved, 1200.1), EndOf(cpu: 0.001, waiting: 1));

    [Fact]
    public void Many_waiting_threads_wait_no_longer_than_the_time_that_passes() =>
        Assert.Equal((SandboxEndReason.Starved, 1200.1), EndOf(cpu: 0.001, waiting: 900));

    [Fact]
    public void Where_waiting_is_not_counted_the_wall_time_is_the_bound() =>
        Assert.Equal((SandboxEndReason.WallTime, 300.1), EndOf(cpu: 0.02, waiting: null));

    [Fact]
    public void A_machine_that_slept_is_no_fault_of_the_answer()
    {
        var pace = new SandboxPace(Limits);
        Assert.Null(pace.Look(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5), TimeSpan.Zero));
        Assert.Null(pace.Look(TimeSpan.FromSeconds(1000), TimeSpan.FromSeconds(0.5), TimeSpan.Zero));
    }

    [Fact]
    public void The_other_times_follow_the_processor_time()
    {
        SandboxLimits twice = new SandboxLimits().WithCpuTime(TimeSpan.FromSeconds(20));
        Assert.Equal((20, 60, 600), (twice.CpuTime.TotalSeconds, twice.IdleTime.TotalSeconds, twice.WallTime.TotalSeconds));
    }

    // What ends an answer that uses and waits so much in each second, looked at ten times a second, and after how many seconds.
    private static (SandboxEndReason? Reason, double Seconds) EndOf(double cpu, double? waiting)
    {
        var pace = new SandboxPace(Limits);
        for (int tenth = 1; tenth < 100_000; tenth++)
        {
            double seconds = tenth / 10.0;
            if (pace.Look(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(cpu * seconds), waiting is { } each ? TimeSpan.FromSeconds(each * seconds) : null) is { } reason)
                return (reason, seconds);
        }

        return (null, 0);
    }
}
