using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Classes;

public sealed class SubmissionFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_argument_that_does_not_exist_is_named_before_anything_is_graded()
    {
        string there = folder.Write("a.ipynb");
        var e = Assert.Throws<FileNotFoundException>(() => SubmissionFinder.Find([there, folder["gone"]]));
        Assert.Equal($"{folder["gone"]}: there is no such file or folder", e.Message);
    }

    [Fact]
    public void A_folder_without_any_notebook_is_an_error_and_no_empty_report()
    {
        folder.Write("ada/notes.txt");
        folder.Write("bin/01.ipynb");
        var e = Assert.Throws<FileNotFoundException>(() => SubmissionFinder.Find([folder.Root]));
        Assert.Contains("there is no notebook", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_tools_leave_beside_the_work_is_nobodys_submission()
    {
        string[] left = [".ipynb_checkpoints/01-checkpoint.ipynb", "bin/01.ipynb", "obj/01.ipynb", ".git/01.ipynb", "__MACOSX/01.ipynb", "._01.ipynb", "01.ipynb.bak"];
        foreach (string path in left)
            folder.Write("ada/" + path);
        folder.Write("ada/deep/er/01.ipynb");
        Assert.Equal(["ada/deep/er/01.ipynb"], Paths(folder.Root));
    }

    [Fact]
    public void Rows_are_in_the_order_of_their_paths_and_arguments_in_theirs()
    {
        foreach (string path in (string[])["two/b/1.ipynb", "two/a/2.ipynb", "two/a/10.ipynb", "one/z.ipynb", "x.ipynb"])
            folder.Write(path);
        Assert.Equal(["x.ipynb", "a/10.ipynb", "a/2.ipynb", "b/1.ipynb", "z.ipynb"], Paths(folder["x.ipynb"], folder["two"], folder["one"]));
    }

    [Fact]
    public void Folders_given_side_by_side_are_told_apart_by_their_names()
    {
        foreach (string path in (string[])["this/ada/1.ipynb", "this/bob/1.ipynb", "that/bob/1.ipynb"])
            folder.Write(path);
        using SubmissionSet set = SubmissionFinder.Find([folder["this/ada"] + "/", folder["this/bob"], folder["that/bob"]]);
        Assert.Equal(["ada", folder["this/bob"], folder["that/bob"]], set.Submissions.Select(s => s.From));
        Assert.Equal([0, 1, 2], set.Submissions.Select(s => s.Argument));
        using SubmissionSet alone = SubmissionFinder.Find([folder["this/ada"]]);
        Assert.Null(Assert.Single(alone.Submissions).From);
    }

    [Theory]
    [InlineData(1, "wrong")]
    [InlineData(-1, "right")]
    public void Of_a_verso_file_and_its_ipynb_the_newer_one_counts_and_they_are_one_row(int hours, string counts)
    {
        string ipynb = folder.Write("ada/06-cache-policy.ipynb", CopiedNotebook.Text("// right"));
        string verso = folder.Write("ada/06-cache-policy.verso", CopiedNotebook.Text("// wrong"));
        File.SetLastWriteTimeUtc(verso, File.GetLastWriteTimeUtc(ipynb).AddHours(hours));
        using SubmissionSet set = SubmissionFinder.Find([folder.Root]);
        FoundSubmission one = Assert.Single(set.Submissions);
        Assert.Equal("ada/06-cache-policy.ipynb", one.Path);
        Assert.Equal("// " + counts, one.Read().Notebook.Find("ex-should-cache")!.Source);
        Assert.Equal(hours > 0, one.Read().Note is not null);
    }

    [Fact]
    public void A_verso_file_alone_is_a_submission()
    {
        folder.Write("ada/06-cache-policy.verso", CopiedNotebook.Text("// here"));
        Assert.Equal(["ada/06-cache-policy.verso"], Paths(folder.Root));
    }

    [Fact]
    public void A_link_to_another_learners_work_is_a_row_that_says_so_and_a_linked_folder_is_not_entered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        string bobs = folder.Write("bob/06.ipynb", CopiedNotebook.Text("// bob's"));
        Directory.CreateDirectory(folder["ada"]);
        File.CreateSymbolicLink(folder["ada/06.ipynb"], bobs);
        Directory.CreateSymbolicLink(folder["ada/all"], folder.Root);
        using SubmissionSet set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(["ada/06.ipynb", "bob/06.ipynb"], set.Submissions.Select(s => s.Path));
        var e = Assert.Throws<NotebookFormatException>(() => set.Submissions[0].Read());
        Assert.Contains("hand in the file itself", e.Reason, StringComparison.Ordinal);
    }

    private static string[] Paths(params string[] arguments)
    {
        using SubmissionSet set = SubmissionFinder.Find(arguments);
        return [.. set.Submissions.Select(s => s.Path)];
    }
}
