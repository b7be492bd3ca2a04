using CachingLab.Grading.Isolation;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>
/// On a kernel without Landlock, hostile answers reach files, and nothing else: those that do not say they need it end in their state. They would
/// run loose among the machine's files if a bound failed: only who asks for it runs them, and nobody without the filter of system calls.
/// </summary>
public sealed class HostileWithoutLandlockTests
{
    private const string Variable = "LAB_RUN_HOSTILE_WITHOUT_WALLS";

    private static readonly string? Skip = Environment.GetEnvironmentVariable(Variable) != "1"
        ? $"hostile answers run with less than full walls only where {Variable}=1 asks for it: on a machine that may be harmed"
        : Walls.Here.Parts.HasFlag(WallParts.Calls) ? null : $"no filter of system calls here: {Walls.Here.Missing}";

    private static readonly GradedAttacks Open = new(
        new Walls(WallParts.Calls, "Landlock is left out for a test"), [.. KnownAnswer.All.Where(a => a.Kind == "hostile" && a.NeedsWalls is null)]);

    public static IEnumerable<TheoryDataRow<string>> Titles() => HostileRows.Of(a => a.NeedsWalls is null, " (no Landlock)", Skip);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_hostile_answer_ends_in_its_state(string title) => AttackAssert.EndedAsKnown(await Open.All, title);

    [Fact]
    public async Task Nothing_outside_is_touched_and_nothing_is_left()
    {
        Assert.SkipWhen(Skip is not null, Skip ?? "");
        AttackAssert.NothingElseHappened(await Open.All);
    }
}
