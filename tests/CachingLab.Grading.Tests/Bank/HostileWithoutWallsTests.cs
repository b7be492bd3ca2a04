using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>
/// The portable bounds alone contain those hostile answers that do not say they need walls. They would run loose on the machine if a bound
/// failed: only who asks for it runs them.
/// </summary>
public sealed class HostileWithoutWallsTests
{
    private const string Variable = "LAB_RUN_HOSTILE_WITHOUT_WALLS";

    private static readonly string? Skip = Environment.GetEnvironmentVariable(Variable) == "1"
        ? null
        : $"hostile answers run without walls only where {Variable}=1 asks for it: on a machine that may be harmed";

    private static readonly GradedAttacks Open = new(
        SandboxMode.Off, [.. KnownAnswer.All.Where(a => a.Kind == "hostile" && a.NeedsWalls is null)]);

    public static IEnumerable<TheoryDataRow<string>> Titles() => HostileRows.Of(a => a.NeedsWalls is null, " (no walls)", Skip);

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
