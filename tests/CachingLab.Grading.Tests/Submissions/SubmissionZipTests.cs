using System.IO.Compression;
using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions;

public sealed class SubmissionZipTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_zip_is_read_as_the_folder_that_was_packed_without_its_one_top_folder()
    {
        string zip = Zip(
            ("class/ada/06.ipynb", "// ada"), ("class/bob/06.ipynb", "// bob"), ("class/bob/.ipynb_checkpoints/06.ipynb", ""),
            ("__MACOSX/class/ada/._06.ipynb", ""), ("class/readme.txt", ""));
        Assert.Equal([("ada/06.ipynb", "// ada"), ("bob/06.ipynb", "// bob")], Read(zip));
    }

    [Fact]
    public void Learners_without_a_notebook_are_rows_and_what_a_build_wrote_is_none()
    {
        (string Path, string Answer)[] rows = Read(Zip(
            ("bin/06.ipynb", "// bin"), ("bob/06.ipynb", "// bob"), ("bob/app.csproj", ""), ("bob/bin/06.ipynb", "// old"), ("eve/work.7z", "7z"), ("kim/", "")));
        Assert.Equal(["bin/06.ipynb", "bob/06.ipynb", "eve", "kim"], rows.Select(r => r.Path));
        Assert.StartsWith("there is no notebook in it, only work.7z", rows[2].Answer, StringComparison.Ordinal);
        Assert.StartsWith("this folder is empty", rows[3].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_top_folders_stay() =>
        Assert.Equal([("ada/06.ipynb", "//"), ("bob/06.ipynb", "//")], Read(Zip(("ada/06.ipynb", "//"), ("bob/06.ipynb", "//"))));

    [Fact]
    public void Names_with_backslashes_are_paths_too() => Assert.Equal([("ada/06.ipynb", "//"), ("x.ipynb", "//")], Read(Zip(("ada\\06.ipynb", "//"), ("x.ipynb", "//"))));

    [Theory]
    [InlineData("../out.ipynb")]
    [InlineData("a/../../out.ipynb")]
    [InlineData("/out.ipynb")]
    [InlineData("..\\out.ipynb")]
    [InlineData("C:/out.ipynb")]
    public void A_path_that_leads_out_of_the_zip_is_a_row_with_an_error_and_touches_nothing(string name)
    {
        (string path, string answer)[] rows = Read(Zip((name, "//"), ("ada/06.ipynb", "// fine")));
        Assert.Contains(rows, r => r.answer == "its path leads out of the zip");
        Assert.Contains(("ada/06.ipynb", "// fine"), rows);
        Assert.Equal(["class.zip"], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_in_a_zip_is_not_followed()
    {
        string zip = Zip(("ada/06.ipynb", "//"));
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            ZipArchiveEntry link = archive.CreateEntry("bob/06.ipynb");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var text = new StreamWriter(link.Open());
            text.Write("../ada/06.ipynb");
        }

        Assert.Contains("is a link", Read(zip)[1].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_to_far_more_than_it_is_packed_is_refused_and_the_rest_is_read()
    {
        (string, string Answer)[] rows = Read(Zip(("ada/06.ipynb", new string(' ', 4_000_000)), ("bob/06.ipynb", "// fine")));
        Assert.Equal("unpacks to more than 200 times its packed size, as no notebook does", rows[0].Answer);
        Assert.Equal("// fine", rows[1].Answer);
    }

    [Fact]
    public void A_zip_with_more_files_than_a_class_hands_in_is_one_row()
    {
        string zip = folder["class.zip"];
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            for (int i = 0; i <= 20_000; i++)
                archive.CreateEntry($"{i}.ipynb");
        }

        Assert.Equal([("class.zip", "the zip cannot be read: it holds more than 20,000 files")], Read(zip));
    }

    [Fact]
    public void A_cut_zip_is_one_row_with_an_error()
    {
        string zip = Zip(("ada/06.ipynb", "//"));
        File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..200]);
        (string path, string answer) = Assert.Single(Read(zip));
        Assert.Equal("class.zip", path);
        Assert.StartsWith("the zip cannot be read: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_content_is_an_error_of_its_own_row_alone()
    {
        string zip = Zip(("ada/06.ipynb", "// first"), ("bob/06.ipynb", "// fine"));
        byte[] bytes = File.ReadAllBytes(zip);
        bytes.AsSpan(60, 200).Fill(0xFF);
        File.WriteAllBytes(zip, bytes);
        (string, string Answer)[] rows = Read(zip);
        Assert.NotEqual("// first", rows[0].Answer);
        Assert.Equal("// fine", rows[1].Answer);
    }

    [Fact]
    public void A_zip_without_a_notebook_is_an_error() =>
        Assert.Throws<FileNotFoundException>(() => SubmissionFinder.Find([Zip(("ada/readme.txt", ""))]));

    [Fact]
    public void The_newer_of_a_verso_file_and_its_ipynb_counts_in_a_zip_too()
    {
        string zip = folder["class.zip"];
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            PackedZip.Add(archive, "a/06.ipynb", "// older", 2025);
            PackedZip.Add(archive, "a/06.verso", "// newer", 2026);
        }

        Assert.Equal([("06.ipynb", "// newer")], Read(zip));
    }

    private string Zip(params (string Name, string Answer)[] files) => PackedZip.Write(folder["class.zip"], files);

    private static (string Path, string Answer)[] Read(string zip) => PackedZip.Rows(zip);
}
