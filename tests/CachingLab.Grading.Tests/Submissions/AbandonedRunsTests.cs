using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Grading.Tests.Submissions;

public sealed class AbandonedRunsTests : IDisposable
{
    private static readonly SubmissionRecord Row = new("ada/06.ipynb", "06-cache-policy", []);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_that_cannot_be_looked_through_is_no_error()
    {
        using GradingRun run = GradingRun.Open(folder.Write("file"), ["class"], "course", seed: 7, time: In(days: 31));
        Assert.Equal((7, false), (run.Seed, run.IsKept));
    }

    [Fact]
    public void A_run_under_way_stays_however_long_it_has_written_nothing()
    {
        using GradingRun slow = Begin("slow");
        string old = Interrupted("old");
        Open("class", days: 31);
        Assert.Equal([FileOf("slow"), FileOf("class")], Files([old, FileOf("slow"), FileOf("class")]));
        slow.Dispose();
        using GradingRun again = Begin("slow");
        Assert.Equal(1, again.Kept);
    }

    [Fact]
    public void A_run_that_is_gone_on_with_after_months_still_knows_its_rows()
    {
        Interrupted("class");
        Assert.Equal(1, Open("class", days: 90));
    }

    [Fact]
    public void Nothing_is_removed_before_its_time_and_nothing_that_is_no_run()
    {
        string[] files = [Interrupted("other"), folder.Write("notes.txt"), folder.Write("below/other.run")];
        Open("class", days: 29);
        Assert.Equal(files, Files(files));
        Open("class", days: 31);
        Assert.Equal(files[1..], Files(files));
    }

    private static FakeTimeProvider In(int days) => new(DateTimeOffset.UtcNow.AddDays(days));

    private static IEnumerable<string> Files(IEnumerable<string> files) => files.Where(File.Exists);

    private string FileOf(string argument) => GradingRun.FileOf(folder.Root, [argument]);

    private GradingRun Begin(string argument)
    {
        var run = GradingRun.Open(folder.Root, [argument], "course", seed: null);
        run.Add(new FoundSubmission(Row.Path, () => throw new NotSupportedException()), "digest", Row);
        return run;
    }

    private string Interrupted(string argument)
    {
        Begin(argument).Dispose();
        return FileOf(argument);
    }

    private int Open(string argument, int days)
    {
        using var run = GradingRun.Open(folder.Root, [argument], "course", seed: null, time: In(days));
        return run.Kept;
    }
}
