using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions.Layouts;

namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class LearnerLayoutsTests
{
    private static readonly string[] Pieces =
    [
        "a", "B ", "/", "/", "_", "-", ".", "(1)", "17", "_12345_assignsubmission_file_", "LATE_", "anon_a1B2c_", "notebooks/", "solutions/", ".zip", ".zip/",
        "01-cache-key", ".ipynb", "\ud800", "\u202e", "é", "..",
    ];

    [Fact]
    public void Whatever_the_paths_are_each_file_that_counts_has_a_learner()
    {
        var random = new Random(12);
        for (int i = 0; i < 3_000; i++)
        {
            FoundFile[] files = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => File(random))];
            string? from = random.Next(3) == 0 ? "from" : null;
            HandIn?[] handIns = [.. LearnerLayouts.Of(files, from, null)];
            Assert.Equal(files.Length, handIns.Length);
            var checkouts = new Checkouts(files.Select(f => f.Full));
            Assert.All(files.Zip(handIns), f => Assert.Equal(checkouts.Counts(f.First.Full), f.Second is not null));
            Assert.All(handIns.OfType<HandIn>(), h => Assert.NotNull(NameKey.Of(h.Name)));
            Assert.Equal(files.Length, LearnerLayouts.Of(files, from, PatternLayout.Parse("(?<id>a+)"), named: true).OfType<HandIn>().Count());
        }
    }

    [Fact]
    public void One_file_of_another_kind_does_not_change_the_layout_of_the_rest()
    {
        string[] paths = ["Ada_1_assignsubmission_file_/01.ipynb", "Bo_2_assignsubmission_file_/01.ipynb", "mine/01-cache-key.ipynb"];
        Assert.Equal(["1", "2", "mine"], LearnerLayouts.Of([.. paths.Select(p => new FoundFile(p, p, null))], null, null).Select(h => h!.Id));
    }

    private static FoundFile File(Random random)
    {
        string path = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        return new(path, random.Next(4) == 0 ? $"top/{path}" : path, null);
    }
}
