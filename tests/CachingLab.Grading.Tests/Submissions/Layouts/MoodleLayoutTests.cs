
namespace CachingLab.Grading.Tests.Submissions.Layouts;

public sealed class MoodleLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_of_moodles_is_a_participant()
    {
        folder.Write("Ada Lovelace_12345_assignsubmission_file_/01-cache-key.ipynb");
        folder.Write("Ana_María de la Cruz_12346_assignsubmission_file/01-cache-key (1).ipynb");
        folder.Write("Ada Lovelace_12400_assignsubmission_file_/work.7z");
        Directory.CreateDirectory(folder["Bo Chen_12347_assignsubmission_file_"]);
        Assert.Equal(
            [
                "12345|Ada Lovelace: Ada Lovelace_12345_assignsubmission_file_/01-cache-key.ipynb",
                "12400|Ada Lovelace: Ada Lovelace_12400_assignsubmission_file_/work.7z",
                "12346|Ana_María de la Cruz: Ana_María de la Cruz_12346_assignsubmission_file/01-cache-key (1).ipynb",
                "12347|Bo Chen: Bo Chen_12347_assignsubmission_file_",
            ],
            FoundLearners.In(folder.Root));
    }

    [Fact]
    public void One_zip_holds_all_with_files_that_begin_with_the_participant_and_zips_that_learners_packed()
    {
        byte[] work = File.ReadAllBytes(PackedZip.Write(folder["work.zip"], ("ada/notebooks/06.ipynb", "// a"), ("ada/solutions/06.ipynb", "// s")));
        string zip = PackedZip.Write(
            folder["class.zip"],
            ("Ada Lovelace_12345_assignsubmission_file_work.zip", work),
            ("Bo Chen_12346_assignsubmission_file_06-cache-policy.ipynb", CopiedNotebook.Bytes("// b")),
            ("Cem Aydın_12347_assignsubmission_onlinetext_onlinetext.html", [1]));
        Assert.Equal(
            [
                "12345|Ada Lovelace: Ada Lovelace_12345_assignsubmission_file_work.zip/notebooks/06.ipynb",
                "12346|Bo Chen: Bo Chen_12346_assignsubmission_file_06-cache-policy.ipynb",
                "12347|Cem Aydın: Cem Aydın_12347_assignsubmission_onlinetext_onlinetext.html",
            ],
            FoundLearners.In(zip));
    }

    [Fact]
    public void A_zip_with_a_single_student_has_that_students_name()
    {
        string zip = PackedZip.Write(folder["one.zip"], ("Ada Lovelace_12345_assignsubmission_file_/06.ipynb", "//"));
        Assert.Equal(["12345|Ada Lovelace: 06.ipynb"], FoundLearners.In(zip));
        string foreign = PackedZip.Write(folder["two.zip"], ("Ada Lovelace_12345_assignsubmission_file_/work.7z", "7z"));
        Assert.Equal(["12345|Ada Lovelace: work.7z"], FoundLearners.In(foreign));
    }

    [Fact]
    public void A_download_that_lies_in_a_folder_is_still_of_moodles_layout()
    {
        PackedZip.Write(folder["in/week1.zip"], ("Ada Lovelace_12345_assignsubmission_file_/06.ipynb", "//"), ("Bo Chen_12346_assignsubmission_file_/06.ipynb", "//"));
        Assert.Equal(["12345|Ada Lovelace", "12346|Bo Chen"], FoundLearners.In(folder["in"]).Select(l => l.Split(':')[0]));
    }
}
