using CachingLab.Grading.Records;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>What must hold after hostile answers were graded, behind walls or without.</summary>
internal static class AttackAssert
{
    /// <summary>The answer ended as known, and nothing without a verdict counts as passed.</summary>
    public static void EndedAsKnown(AttackOutcome outcome, string title)
    {
        Graded graded = outcome.Attacks[title];
        Assert.True(graded.Answer.Ends.Contains(graded.State), graded.Story);
        Assert.Equal(graded.Answer.Exercise.Requirements.Select(r => r.Id), graded.Record.Requirements.Select(r => r.Id));
        Assert.True(!graded.Record.Stopped || graded.Record.Message.Length > 0, "nothing says why it was stopped");
    }

    /// <summary>Nothing outside was touched, and nothing was left.</summary>
    public static void NothingElseHappened(AttackOutcome outcome)
    {
        // As text: what is there is all that a failure far away leaves to go by, and it must not be cut.
        Assert.Equal("", string.Join('\n', [.. outcome.Damage, .. outcome.Processes, .. outcome.Left]));
        Assert.All(outcome.Right, g => Assert.True(g.Record.Status is GradeStatus.Passed, g.Story));
    }
}
