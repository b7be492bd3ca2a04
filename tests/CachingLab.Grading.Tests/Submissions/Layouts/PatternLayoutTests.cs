using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class PatternLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_pattern_finds_the_learner_in_any_path()
    {
        folder.Write("group1/s123-Ada Lovelace/01-cache-key.ipynb");
        folder.Write("group2/s124-Bo Chen-late/01-cache-key.ipynb");
        folder.Write("other/01-cache-key.ipynb");
        Assert.Equal(
            [
                "s123|Ada Lovelace: group1/s123-Ada Lovelace/01-cache-key.ipynb",
                "s124|Bo Chen|late: group2/s124-Bo Chen-late/01-cache-key.ipynb",
                "other|other: other/01-cache-key.ipynb",
            ],
            FoundLearners.In(folder.Root, "/(?<id>s[0-9]+)-(?<name>[^/]+?)(?<late>-late)?/"));
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root], "(?<id>s[0-9]+)");
        Assert.Equal([null, null, "the pattern of --learner does not match this path"], set.Select(s => s.HandIn!.Note));
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_matches_nothing()
    {
        folder.Write($"{new string('a', 60)}/01-cache-key.ipynb");
        Assert.Equal([new string('a', 60)], FoundLearners.In(folder.Root, "^(?<id>(a+)+b)").Select(l => l.Split('|')[0]));
    }

    [Theory]
    [InlineData("(?<id>[a-z", "Unterminated")]
    [InlineData("[a-z]+", "it has no group (?<id>...) or (?<name>...) that says who the learner is")]
    public void A_bad_pattern_says_what_is_wrong(string pattern, string reason)
    {
        var e = Assert.ThrowsAny<ArgumentException>(() => SubmissionFinder.Find([folder.Root], pattern));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }
}
