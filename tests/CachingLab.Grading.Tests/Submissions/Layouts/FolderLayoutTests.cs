using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class FolderLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ada/x/01-cache-key.ipynb", "ada")]
    [InlineData("ada/01-cache-key (1).ipynb", "ada")]
    [InlineData("ada_01-cache-key.ipynb", "ada")]
    [InlineData("01-cache-key_ada.ipynb", "ada")]
    [InlineData("ada - 01-cache-key (2).ipynb", "ada")]
    [InlineData("ada.ipynb", "ada")]
    [InlineData("01-cache-key.ipynb", "")]
    [InlineData("01-cache-key (1).ipynb", "")]
    [InlineData("01-cache-key-1.ipynb", "")]
    [InlineData("01-cache-key - Copy.ipynb", "")]
    [InlineData("01-cache-key-Copy1.ipynb", "")]
    [InlineData("01-Cache-Key copy 2.ipynb", "")]
    [InlineData("06.ipynb", "")]
    public void The_learner_is_a_folder_or_what_is_beside_the_notebooks_name(string path, string learner)
    {
        folder.Write(path);
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(learner, Assert.Single(set).HandIn!.Id);
    }

    [Fact]
    public void A_zip_is_a_learner_of_its_name()
    {
        PackedZip.Write(folder["anna.zip"], ("06-cache-policy.ipynb", "//"));
        folder.Write("bob.zip", "no zip");
        PackedZip.Write(folder["cem/02.zip"], ("06-cache-policy.ipynb", "//"));
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(["anna", "bob", "cem"], set.Select(s => s.HandIn!.Name));
    }

    [Fact]
    public void Files_that_are_named_one_by_one_belong_to_their_folders()
    {
        string[] files = [.. ((string[])["hw/ada/01-cache-key.ipynb", "hw/bob/01-cache-key.ipynb", "hw/bob/cem_01-cache-key.ipynb"]).Select(f => folder.Write(f))];
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find(files);
        Assert.Equal(["ada", "bob", "cem"], set.Select(s => s.HandIn!.Name));
        IReadOnlyList<FoundSubmission> own = SubmissionFinder.Find([files[0]]);
        Assert.Null(Assert.Single(own).HandIn);
    }

    [Fact]
    public void A_zip_with_a_single_learners_folder_is_that_learner()
    {
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([PackedZip.Write(folder["class.zip"], ("ada/06.ipynb", "//"), ("ada/05.ipynb", "//"))]);
        Assert.Equal([("05.ipynb", "ada"), ("06.ipynb", "ada")], set.Select(s => (s.Path, s.HandIn!.Name)));
    }

    [Fact]
    public void The_time_of_a_file_is_kept_to_the_second()
    {
        var time = new DateTime(2026, 11, 20, 10, 0, 1, 750, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder.Write("ada/06.ipynb"), time);
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 1, TimeSpan.Zero), set[0].HandIn!.At);
    }

    [Fact]
    public void An_empty_folder_is_a_learner_whose_name_may_have_a_dot()
    {
        Directory.CreateDirectory(folder["J.Doe"]);
        folder.Write("K.Roe/06.ipynb");
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(["J.Doe", "K.Roe"], set.Select(s => s.HandIn!.Name));
        string packed = PackedZip.Write(folder["class.zip"], ("class/J.Doe/", ""), ("class/K.Roe/06.ipynb", "//"), ("class/L.Poe/06.ipynb", "//"));
        IReadOnlyList<FoundSubmission> zip = SubmissionFinder.Find([packed]);
        Assert.Equal(["J.Doe", "K.Roe", "L.Poe"], zip.Select(s => s.HandIn!.Name));
    }
}
