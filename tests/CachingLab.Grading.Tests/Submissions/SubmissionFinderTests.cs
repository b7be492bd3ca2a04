using CachingLab.Grading.Submissions;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

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
        folder.Write("notes.txt");
        folder.Write("App.csproj");
        folder.Write("bin/01.ipynb");
        var e = Assert.Throws<FileNotFoundException>(() => SubmissionFinder.Find([folder.Root]));
        Assert.Contains("there is no notebook", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_tools_leave_beside_the_work_is_nobodys_submission()
    {
        string[] left = [".ipynb_checkpoints/01-checkpoint.ipynb", "bin/01.ipynb", "Obj/01.ipynb", ".git/01.ipynb", "__MACOSX/01.ipynb", "._01.ipynb", "01.ipynb.bak"];
        foreach (string path in left)
            folder.Write("ada/" + path);
        folder.Write("ada/app.csproj");
        folder.Write("ada/deep/er/01.ipynb");
        Assert.Equal(["ada/deep/er/01.ipynb"], Paths(folder.Root));
    }

    [Fact]
    public void A_learner_may_have_the_name_of_a_builds_folder()
    {
        string[] paths = ["BIN/01.ipynb", "bin2/bin/01.ipynb", "obj/02.ipynb"];
        foreach (string path in paths)
            folder.Write(path);
        Assert.Equal(paths, Paths(folder.Root));
    }

    [Theory]
    [InlineData("ada/01-cache-key.ipynb.txt", "ada", "only 01-cache-key.ipynb.txt: its name must end in .ipynb")]
    [InlineData("ada/work.7z", "ada", "only work.7z: hand in the .ipynb file itself, or a .zip of it")]
    [InlineData("ada/deep/work.tar.gz", "ada", "only work.tar.gz")]
    [InlineData("ada/Program.cs", "ada", "only Program.cs")]
    [InlineData("ada/photo.jpg", "ada", "only photo.jpg")]
    [InlineData("ada.7z", "ada.7z", "is not a notebook: hand in the .ipynb file itself")]
    [InlineData("ada.ipynb.txt", "ada.ipynb.txt", "is not a notebook: its name must end in .ipynb")]
    [InlineData("ada.cs", "ada.cs", "is not a notebook")]
    public void Who_hands_in_anything_else_is_a_row_that_says_what_is_wrong(string file, string path, string reason)
    {
        folder.Write(file);
        foreach (string other in (string[])["bob/01.ipynb", "eve/01.ipynb"])
            folder.Write(other);
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal([path, "bob/01.ipynb", "eve/01.ipynb"], set.Select(s => s.Path));
        Assert.Contains(reason, Assert.Throws<NotebookFormatException>(() => set[0].Read()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_hands_in_nothing_is_a_row_too()
    {
        Directory.CreateDirectory(folder["ada"]);
        folder.Write("bob/01.ipynb");
        Assert.Equal(["ada", "bob/01.ipynb"], Paths(folder.Root));
    }

    [Fact]
    public void Folders_beside_one_learners_notebooks_and_in_a_checkout_are_not_learners()
    {
        string[] paths =
        [
            "one/01.ipynb", "one/images/a.svg", "one/code/A.cs", "three/week/01.ipynb", "three/data/a.csv",
            "two/lab", "two/notebooks/01.ipynb", "two/solutions/01.ipynb", "two/lib/A.cs",
        ];
        foreach (string path in paths)
            folder.Write(path);
        Assert.Equal(["01.ipynb"], Paths(folder["one"]));
        Assert.Equal(["week/01.ipynb"], Paths(folder["three"]));
        Assert.Equal(["notebooks/01.ipynb"], Paths(folder["two"]));
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
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder["this/ada"] + "/", folder["this/bob"], folder["that/bob"]]);
        Assert.Equal(["ada", folder["this/bob"], folder["that/bob"]], set.Select(s => s.From));
        Assert.Equal([0, 1, 2], set.Select(s => s.Argument));
        IReadOnlyList<FoundSubmission> alone = SubmissionFinder.Find([folder["this/ada"]]);
        Assert.Null(Assert.Single(alone).From);
    }

    [Theory]
    [InlineData(1, "wrong")]
    [InlineData(-1, "right")]
    public void Of_a_verso_file_and_its_ipynb_the_newer_one_counts_and_they_are_one_row(int hours, string counts)
    {
        string ipynb = folder.Write("ada/06-cache-policy.ipynb", CopiedNotebook.Text("// right"));
        string verso = folder.Write("ada/06-cache-policy.verso", CopiedNotebook.Text("// wrong"));
        File.SetLastWriteTimeUtc(verso, File.GetLastWriteTimeUtc(ipynb).AddHours(hours));
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        FoundSubmission one = Assert.Single(set);
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
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        Assert.Equal(["ada/06.ipynb", "bob/06.ipynb"], set.Select(s => s.Path));
        var e = Assert.Throws<NotebookFormatException>(() => set[0].Read());
        Assert.Contains("hand in the file itself", e.Reason, StringComparison.Ordinal);
    }

    private static string[] Paths(params string[] arguments)
    {
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find(arguments);
        return [.. set.Select(s => s.Path)];
    }
}
