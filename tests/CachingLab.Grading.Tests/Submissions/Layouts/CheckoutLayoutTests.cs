using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class CheckoutLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_a_clone_only_notebooks_counts()
    {
        foreach (string name in (string[])["cachinglab-ada", "cachinglab-alan", "cachinglab-bob"])
        {
            foreach (string path in (string[])["lab", "notebooks/01-cache-key.ipynb", "notebooks/02-memory-cache.ipynb", "solutions/01-cache-key.ipynb", "lib/A.cs"])
                folder.Write($"{name}/{path}");
        }

        Assert.Equal(
            ["cachinglab-ada|ada", "cachinglab-alan|alan", "cachinglab-bob|bob"], FoundLearners.In(folder.Root).Select(l => l.Split(':')[0]).Distinct());
        Assert.All(FoundLearners.In(folder.Root), l => Assert.Contains("/notebooks/", l, StringComparison.Ordinal));
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.All(set, s => Assert.Null(s.HandIn!.At));
    }

    [Fact]
    public void A_downloaded_repository_is_its_learners_whether_alone_or_in_a_class()
    {
        (string, string)[] files = [("caching-ada-main/notebooks/06.ipynb", "// mine"), ("caching-ada-main/solutions/06.ipynb", "// the course's")];
        Assert.Equal(["caching-ada-main|caching-ada-main: notebooks/06.ipynb"], FoundLearners.In(PackedZip.Write(folder["one/caching-ada.zip"], files)));
        PackedZip.Write(folder["class/caching-ada-main.zip"], files);
        PackedZip.Write(folder["class/caching-bob-main.zip"], files);
        Assert.Equal(
            ["caching-ada|ada: caching-ada-main.zip/notebooks/06.ipynb", "caching-bob|bob: caching-bob-main.zip/notebooks/06.ipynb"], FoundLearners.In(folder["class"]));
    }

    [Fact]
    public void The_course_itself_is_the_callers_own()
    {
        folder.Write("notebooks/01-cache-key.ipynb");
        folder.Write("solutions/01-cache-key.ipynb");
        Assert.Equal(["|: notebooks/01-cache-key.ipynb"], FoundLearners.In(folder.Root));
        IReadOnlyList<FoundSubmission> both = SubmissionFinder.Find([folder["notebooks/01-cache-key.ipynb"], folder["solutions/01-cache-key.ipynb"]]);
        Assert.Equal(2, both.Count);
    }

    [Fact]
    public void What_lies_beside_the_notebooks_of_a_clone_is_noted()
    {
        foreach (string path in (string[])["notebooks/01-cache-key.ipynb", "solutions/01-cache-key.ipynb", "my/02-memory-cache.ipynb"])
            folder.Write("ada/" + path);
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(
            "in a copy of the course only notebooks/ counts: my/02-memory-cache.ipynb left out", Assert.Single(set).HandIn!.Note);
    }
}
