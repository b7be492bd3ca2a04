using CachingLab.Grading.Isolation;
using CachingLab.Grading.Tests.Isolation;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Every hostile answer ends in its state behind the sandbox's walls, and does nothing outside.</summary>
public sealed class HostileTests
{
    private static readonly GradedAttacks Behind = new(Walls.Here, [.. KnownAnswer.All.Where(a => a.Kind == "hostile")]);

    public static IEnumerable<TheoryDataRow<string>> Titles() => HostileRows.Of(a => true, "", Ran.NoWalls);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_hostile_answer_ends_in_its_state(string title)
    {
        AttackAssert.EndedAsKnown(await Behind.All, title);
    }

    [Fact]
    public async Task Nothing_outside_is_touched_and_nothing_is_left()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        AttackAssert.NothingElseHappened(await Behind.All);
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
