using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions;

public sealed class GradingRunTests : IDisposable
{
    private static readonly FoundSubmission Ada = new("ada/06.ipynb", () => throw new NotSupportedException());
    private static readonly SubmissionRecord Row = new("ada/06.ipynb", "06-cache-policy", []);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_interrupted_run_knows_its_seed_and_its_rows()
    {
        Interrupted(seed: 7);
        using GradingRun again = Open();
        Assert.Equal((7, 1), (again.Seed, again.Kept));
        Assert.Equal(Row.Path, again.Find(Ada, "digest")?.Path);
    }

    [Fact]
    public void A_row_counts_for_the_same_content_and_argument_alone()
    {
        Interrupted();
        using GradingRun again = Open();
        Assert.Null(again.Find(Ada, "another"));
        Assert.Null(again.Find(Ada with { Argument = 1 }, "digest"));
        Assert.Null(again.Find(Ada with { Path = "bob/06.ipynb" }, "digest"));
    }

    [Theory]
    [InlineData("another course", null, false)]
    [InlineData("course", 8, false)]
    [InlineData("course", null, true)]
    public void Another_course_another_seed_or_a_fresh_start_forget_it(string fingerprint, int? seed, bool fresh)
    {
        Interrupted(seed: 7);
        using (var again = GradingRun.Open(folder.Root, ["class"], fingerprint, seed, fresh))
            Assert.Equal(0, again.Kept);
        using GradingRun third = GradingRun.Open(folder.Root, ["class"], fingerprint, seed);
        Assert.Equal(0, third.Kept);
    }

    [Fact]
    public void Half_a_line_is_lost_alone()
    {
        string file = Interrupted();
        File.AppendAllText(file, "digest2 0 {\"path\":\"bob/06.ip");
        using (GradingRun again = Open())
        {
            Assert.Equal(1, again.Kept);
            again.Add(Ada with { Path = "cem/06.ipynb" }, "digest3", Row with { Path = "cem/06.ipynb" });
        }

        using GradingRun third = Open();
        Assert.Equal(2, third.Kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    [InlineData("cachinglab.run/1 course x\n")]
    public void A_file_that_is_no_run_begins_one(string text)
    {
        File.WriteAllText(Interrupted(), text);
        using GradingRun again = Open();
        Assert.True(again.IsKept);
        Assert.Equal(0, again.Kept);
    }

    [Fact]
    public void A_finished_run_leaves_nothing()
    {
        Interrupted();
        using (GradingRun again = Open())
            again.Finish();
        Assert.Empty(Directory.EnumerateFiles(folder.Root));
    }

    [Fact]
    public void Two_runs_of_the_same_call_do_not_mix_their_rows()
    {
        using GradingRun first = Open();
        using GradingRun second = Open();
        Assert.Equal((true, false), (first.IsKept, second.IsKept));
        second.Add(Ada, "digest", Row);
        second.Finish();
        first.Dispose();
        using GradingRun third = Open();
        Assert.Equal(0, third.Kept);
    }

    private GradingRun Open() => GradingRun.Open(folder.Root, ["class"], "course", seed: null);

    private string Interrupted(int? seed = null)
    {
        using var run = GradingRun.Open(folder.Root, ["class"], "course", seed);
        run.Add(Ada, "digest", Row);
        return Assert.Single(Directory.EnumerateFiles(folder.Root));
    }
}
