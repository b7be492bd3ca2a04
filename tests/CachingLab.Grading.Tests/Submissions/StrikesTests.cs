using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>How a run knows which submission ended its grader.</summary>
public sealed class StrikesTests : IDisposable
{
    private static readonly FoundSubmission Ada = new("ada lovelace\n/06.ipynb", () => throw new NotSupportedException());
    private static readonly FoundSubmission Bob = Ada with { Path = "bob/06.ipynb" };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_under_way_at_each_sudden_end_is_counted()
    {
        Part(run => run.Begin(Ada, "digest"), run => run.Begin(Bob, "digest"));
        Assert.Equal((1, 1), Strikes());
        Part(run => run.Begin(Ada, "digest"));
        Assert.Equal((2, 1), Strikes());
    }

    [Fact]
    public void What_was_given_up_in_good_order_is_not()
    {
        Part(run => run.Begin(Ada, "digest"), run => run.Begin(Bob, "digest"), run => run.GiveUp(Ada, "digest"));
        Assert.Equal((0, 1), Strikes());
    }

    [Fact]
    public void Another_content_has_none()
    {
        Part(run => run.Begin(Ada, "digest"));
        using GradingRun run = Open();
        Assert.Equal((0, 0), (run.Strikes(Ada, "another"), run.Strikes(Ada with { Argument = 1 }, "digest")));
    }

    [Fact]
    public void A_fresh_start_forgets_them()
    {
        Part(run => run.Begin(Ada, "digest"));
        using GradingRun run = GradingRun.Open(folder.Root, ["class"], "course", seed: null, fresh: true);
        Assert.Equal(0, run.Strikes(Ada, "digest"));
    }

    private GradingRun Open() => GradingRun.Open(folder.Root, ["class"], "course", seed: null);

    private void Part(params IEnumerable<Action<GradingRun>> acts)
    {
        using GradingRun run = Open();
        foreach (Action<GradingRun> act in acts)
            act(run);
    }

    private (int Ada, int Bob) Strikes()
    {
        using GradingRun run = Open();
        return (run.Strikes(Ada, "digest"), run.Strikes(Bob, "digest"));
    }
}
