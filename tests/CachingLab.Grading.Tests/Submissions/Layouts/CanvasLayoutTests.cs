
namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class CanvasLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_zip_of_canvas_has_a_learner_for_each_user_and_not_for_each_file()
    {
        (string, string)[] files =
        [
            ("lovelaceada_4021_90001_01-cache-key.ipynb", "// 1"), ("lovelaceada_4021_90002_06-cache-policy.ipynb", "// 6"),
            ("chenbo_LATE_4022_90003_06-cache-policy-1.ipynb", "// late, handed in again"), ("delacruzana_4023_90004_notes.pdf", "x"),
            ("typed_4024_text.html", "x"), ("anon_a1B2c_90007_06.ipynb", "// anonymous"),
        ];
        Assert.Equal(
            [
                "anon_a1B2c|anon_a1B2c: anon_a1B2c_90007_06.ipynb",
                "4022|chenbo|late: chenbo_LATE_4022_90003_06-cache-policy-1.ipynb",
                "4023|delacruzana: delacruzana_4023_90004_notes.pdf",
                "4021|lovelaceada: lovelaceada_4021_90001_01-cache-key.ipynb",
                "4021|lovelaceada: lovelaceada_4021_90002_06-cache-policy.ipynb",
                "4024|typed: typed_4024_text.html",
            ],
            FoundLearners.In(PackedZip.Write(folder["class.zip"], files)));
    }

    [Fact]
    public void A_zip_that_a_learner_packed_is_opened()
    {
        byte[] work = File.ReadAllBytes(PackedZip.Write(folder["work.zip"], ("05.ipynb", "// 5"), ("06.ipynb", "// 6")));
        string zip = PackedZip.Write(folder["class.zip"], ("lovelaceada_4021_90001_work.zip", work), ("chenbo_4022_90002_06.ipynb", CopiedNotebook.Bytes("//")));
        Assert.Equal(
            [
                "4022|chenbo: chenbo_4022_90002_06.ipynb",
                "4021|lovelaceada: lovelaceada_4021_90001_work.zip/05.ipynb",
                "4021|lovelaceada: lovelaceada_4021_90001_work.zip/06.ipynb",
            ],
            FoundLearners.In(zip));
    }

    [Fact]
    public void Dates_in_the_names_of_loose_files_are_no_users()
    {
        folder.Write("ada_2026_11_01-cache-key.ipynb");
        folder.Write("bob_2026_11_01-cache-key.ipynb");
        Assert.Equal(["ada_2026_11", "bob_2026_11"], FoundLearners.In(folder.Root).Select(l => l.Split('|')[0]));
    }
}
