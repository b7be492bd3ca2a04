using System.Diagnostics;
using CachingLab.Grading.Submissions;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>What a learning platform hands out: a folder with a zip for each learner.</summary>
public sealed class ZipsInFoldersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Broken_zips_and_those_without_a_notebook_are_a_row_each_and_the_rest_is_read()
    {
        string cut = Zip("cem.zip", ("06.ipynb", "//"));
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..200]);
        folder.Write("ada.zip", "");
        folder.Write("bob.zip", "no zip");
        Zip("dan.zip", ("essay.pdf", ""));
        Zip("eve.zip", ("06.ipynb", "// fine"));
        folder.Write("fay/06.ipynb", CopiedNotebook.Text("// fine too"));
        (string Path, string Answer)[] rows = PackedZip.Rows(folder.Root);
        Assert.Equal(["ada.zip", "bob.zip", "cem.zip", "dan.zip", "eve.zip/06.ipynb", "fay/06.ipynb"], rows.Select(r => r.Path));
        Assert.Equal("the zip cannot be read: it is empty", rows[0].Answer);
        Assert.All(rows[1..3], r => Assert.StartsWith("the zip cannot be read: ", r.Answer, StringComparison.Ordinal));
        Assert.Equal(["there is no notebook (.ipynb or .verso) in this zip", "// fine", "// fine too"], rows[3..].Select(r => r.Answer));
    }

    [Fact]
    public void A_folder_of_broken_zips_alone_has_rows_and_is_no_error_of_the_call()
    {
        folder.Write("ada/01.zip", "no zip");
        Assert.Equal("ada/01.zip", Assert.Single(PackedZip.Rows(folder.Root)).Path);
    }

    [Fact]
    public void A_zip_in_a_zip_is_read_as_a_folder_and_one_further_in_is_a_row_that_says_so()
    {
        byte[] old = File.ReadAllBytes(Zip("parts/old.zip", ("05.ipynb", "// five"), ("__MACOSX/._x.zip", "")));
        byte[] outer = File.ReadAllBytes(PackedZip.Write(folder["parts/outer.zip"], ("old.zip", old), ("06.ipynb", CopiedNotebook.Bytes("// six"))));
        PackedZip.Write(folder["ada.zip"], ("old/05.ZIP", old), ("06.ipynb", CopiedNotebook.Bytes("// fine")));
        PackedZip.Write(folder["bob.zip"], ("all.zip", outer), ("bad.zip", [1, 2, 3]), ("none.zip", []));
        Directory.Delete(folder["parts"], recursive: true);
        (string Path, string Answer)[] rows = PackedZip.Rows(folder.Root);
        Assert.Equal(
            [("ada.zip/06.ipynb", "// fine"), ("ada.zip/old/05.ZIP/05.ipynb", "// five"), ("bob.zip/all.zip/06.ipynb", "// six")], rows[..3]);
        Assert.Equal(
            ("bob.zip/all.zip/old.zip", "is a zip in a zip in a zip, which is not opened: unpack the outer one and grade its folder"), rows[3]);
        Assert.All(rows[4..], r => Assert.StartsWith("the zip cannot be read: ", r.Answer, StringComparison.Ordinal));
        Assert.Equal(6, rows.Length);
    }

    [Fact]
    public void The_bounds_on_zips_hold_in_a_folder_too()
    {
        Zip("ada.zip", ("../out.ipynb", "//"), ("06.ipynb", new string(' ', 4_000_000)));
        Assert.Equal(
            [("ada.zip/../out.ipynb", "its path leads out of the zip"), ("ada.zip/06.ipynb", "unpacks to more than 200 times its packed size, as no notebook does")],
            PackedZip.Rows(folder.Root));
    }

    [Theory]
    [InlineData("the zip was changed while the class was graded: grade it again", "05.ipynb", "07.ipynb")]
    [InlineData("the zip was changed while the class was graded: grade it again", "05.ipynb")]
    [InlineData("the zip cannot be read: ")]
    public void A_zip_that_changes_after_it_was_found_is_an_error_of_its_rows_and_never_another_notebook(string reason, params string[] names)
    {
        string zip = Zip("ada.zip", ("05.ipynb", "//"), ("06.ipynb", "//"));
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        File.Delete(zip);
        if (names.Length > 0)
            Zip("ada.zip", [.. names.Select(n => (n, "//"))]);
        var e = Assert.Throws<NotebookFormatException>(() => set[1].Read());
        Assert.StartsWith(reason, e.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_another_learners_zip_is_a_row_that_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        string bobs = Zip("bob.zip", ("06.ipynb", "// bob's"));
        File.CreateSymbolicLink(folder["ada.zip"], bobs);
        Assert.Equal([("ada.zip", "is a link, which is not followed: hand in the file itself"), ("bob.zip/06.ipynb", "// bob's")], PackedZip.Rows(folder.Root));
    }

    [Fact]
    public void A_pipe_named_like_a_zip_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are no files there");
        using (var made = Process.Start("mkfifo", [folder["ada.zip"]]))
            made.WaitForExit();
        Assert.Equal([("ada.zip", "the zip cannot be read: it is empty")], PackedZip.Rows(folder.Root));
    }

    [Fact]
    public void What_tools_leave_beside_the_work_is_nobodys_submission()
    {
        foreach (string path in (string[])["._ada.zip", "__MACOSX/ada.zip", "bob/.git/all.zip", "bob/obj/all.zip", "bob/bob.csproj"])
            folder.Write(path);
        folder.Write("bob/06.ipynb", CopiedNotebook.Text("//"));
        Assert.Equal([("bob/06.ipynb", "//")], PackedZip.Rows(folder.Root));
    }

    [Fact]
    public void A_zip_is_read_as_a_folder_of_its_name_in_any_depth()
    {
        Zip("anna.zip", ("anna/05.ipynb", "// five"), ("anna/06.ipynb", "// six"));
        Zip("ben/late/02.Zip", ("06.ipynb", "// ben's"));
        folder.Write("class.zip/cem/06.ipynb", CopiedNotebook.Text("// in a folder"));
        Assert.Equal(
            [
                ("anna.zip/05.ipynb", "// five"), ("anna.zip/06.ipynb", "// six"), ("ben/late/02.Zip/06.ipynb", "// ben's"),
                ("class.zip/cem/06.ipynb", "// in a folder"),
            ],
            PackedZip.Rows(folder.Root));
    }

    private string Zip(string name, params (string Name, string Answer)[] files) => PackedZip.Write(folder[name], files);
}
