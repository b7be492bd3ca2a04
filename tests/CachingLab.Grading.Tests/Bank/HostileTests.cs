using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Every hostile answer ends in its state behind bubblewrap's walls, in time, and does nothing outside.</summary>
public sealed class HostileTests
{
    private static readonly GradedAttacks Behind = new(SandboxMode.Require, [.. KnownAnswer.All.Where(a => a.Kind == "hostile")]);

    /// <summary>Why there are no walls, for the list of skipped tests.</summary>
    public static bool NoWalls => SandboxProcess.WallsProblem is not null;

    public static IEnumerable<TheoryDataRow<string>> Titles() =>
        KnownAnswer.All.Where(a => a.Kind == "hostile").Select(a => new TheoryDataRow<string>(a.Title) { TestDisplayName = a.Title });

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_hostile_answer_ends_in_its_state(string title)
    {
        Assert.SkipWhen(NoWalls, $"no walls here: {SandboxProcess.WallsProblem}");
        AttackAssert.EndedAsKnown(await Behind.All, title);
    }

    [Fact]
    public async Task Nothing_outside_is_touched_and_nothing_is_left()
    {
        Assert.SkipWhen(NoWalls, $"no walls here: {SandboxProcess.WallsProblem}");
        AttackOutcome outcome = await Behind.All;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{outcome.Attacks.Count} hostile answers among {outcome.Right.Count} right ones in {outcome.Took.TotalSeconds:0} s; a right one takes {outcome.Usual.TotalSeconds:0.0} s");
        AttackAssert.NothingElseHappened(outcome);
    }

    [Fact]
    public void The_answer_that_opens_a_socket_is_led_to_the_port_that_is_listened_on()
    {
        using var bait = new Bait();
        KnownAnswer answer = KnownAnswer.Titled("cache-key / hostile / opens-a-socket");
        Assert.NotEqual(answer.Source, bait.Lead(answer).Source);
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(KnownAnswer.All.Count(a => a.Kind == "hostile"), 25, int.MaxValue);
}
