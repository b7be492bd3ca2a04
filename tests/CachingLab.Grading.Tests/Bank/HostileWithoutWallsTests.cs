using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>The portable bounds alone contain those hostile answers that do not say they need walls.</summary>
public sealed class HostileWithoutWallsTests
{
    private static readonly GradedAttacks Open = new(
        SandboxMode.Off, [.. KnownAnswer.All.Where(a => a.Kind == "hostile" && a.NeedsWalls is null)]);

    public static IEnumerable<TheoryDataRow<string>> Titles() =>
        from answer in KnownAnswer.All
        where answer.Kind == "hostile"
        select new TheoryDataRow<string>(answer.Title)
        {
            TestDisplayName = answer.Title + " (no walls)",
            Skip = answer.NeedsWalls is { } reason ? $"never without walls: {reason}" : null,
        };

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_hostile_answer_ends_in_its_state(string title) => AttackAssert.EndedAsKnown(await Open.All, title);

    [Fact]
    public async Task Nothing_outside_is_touched_and_nothing_is_left() => AttackAssert.NothingElseHappened(await Open.All);
}
