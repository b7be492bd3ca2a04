using System.Xml.Linq;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports.Feedback;

namespace CachingLab.Grading.Tests.Reports;

public sealed class FeedbackTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab-feedback-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Ada Lovelace_12345_assignsubmission_file_/01-cache-key.ipynb", "Ada Lovelace_12345_assignsubmission_file_/feedback.html")]
    [InlineData("Ada_1_assignsubmission_file/01.ipynb", "Ada_1_assignsubmission_file/feedback.html")]
    [InlineData("Ada Lovelace_12345_assignsubmission_file_01-cache-key.ipynb", "Ada Lovelace_12345_assignsubmission_file_feedback.html")]
    [InlineData("lovelaceada_123_456_01-cache-key.ipynb", "lovelaceada_123_456_01-cache-key.html")]
    [InlineData("lovelaceada_LATE_123_456_01-cache-key-1.ipynb", "lovelaceada_LATE_123_456_01-cache-key-1.html")]
    [InlineData("submissions/lovelaceada_123_456_work.zip/01-cache-key.ipynb", "lovelaceada_123_456_work.html")]
    [InlineData("ada/01-cache-key.ipynb", "ada/feedback.html")]
    [InlineData("ada_01-cache-key.ipynb", "ada/feedback.html")]
    [InlineData("..\\..\\up_1_assignsubmission_file_/a.ipynb", ".._.._up_1_assignsubmission_file_/feedback.html")]
    public void A_page_lies_where_the_platform_takes_it_back(string path, string expected) =>
        Assert.Equal([expected], Paths(Of("ada", path)));

    [Fact]
    public void A_page_for_Moodle_s_zip_of_a_single_student_lies_in_the_student_s_folder()
    {
        SubmissionRecord row = Books.Submission("01-cache-key.ipynb", Books.Mixed()) with { HandIn = new("12345", "Ada Lovelace") { Platform = HandIn.Moodle } };
        Assert.Equal(["Ada Lovelace_12345_assignsubmission_file_/feedback.html"], Paths(row));
    }

    [Fact]
    public void The_page_of_a_caller_without_a_name_lies_in_the_folder_itself() => Assert.Equal(["feedback.html"], Paths(Of("", "01-cache-key.ipynb")));

    [Fact]
    public void Each_learner_who_handed_in_something_has_a_page_of_their_own()
    {
        GradeBook book = Books.Of(Of("ada", "ada/01.ipynb"), Of("Ada", "x/01.ipynb"), Of("c:\\..", "c/01.ipynb"), Of("..", "d/01.ipynb"));
        Assert.Equal(["learner/feedback.html", "Ada/feedback.html", "ada 2/feedback.html", "c__/feedback.html"], new FeedbackFiles(book).Files.Select(f => f.Path));
    }

    [Fact]
    public void It_names_no_other_learner()
    {
        GradeBook book = Books.Of(
            Of("Ada Lovelace", "Ada Lovelace_1_assignsubmission_file_/01-cache-key.ipynb"),
            Of("Grace Hopper", "Grace Hopper_2_assignsubmission_file_/01-cache-key.ipynb"),
            Books.Ungradable("Alan Turing_3_assignsubmission_file_/a.txt", "Alan Turing handed in no notebook") with { HandIn = new("3", "Alan Turing") });
        book = book with { Likenesses = [new("Ada Lovelace", "cache-key", "Grace Hopper", LikenessKind.Same, 1)] };
        string[] names = ["Ada Lovelace", "Grace Hopper", "Alan Turing"];
        foreach ((LearnerRecord learner, string path) in Write(book))
        {
            string page = Load(path).Element("body")!.ToString();
            Assert.Equal(learner.Name.Split(' '), names.SelectMany(n => n.Split(' ')).Where(n => page.Contains(n, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_cell_stands_beside_what_it_did_not_meet()
    {
        ExerciseRecord failed = Books.Mixed() with { Source = "string MakeCacheKey(LlmRequest r) =>\n    \"same\";" };
        XElement page = Page(Books.Of(Books.Submission("ada/01.ipynb", failed) with { HandIn = new("ada", "ada") }));
        XElement work = page.Descendants("div").Single(d => (string?)d.Attribute("class") == "work");
        Assert.Contains(work.Descendants("b"), b => b.Value == "Title of every-field-counts");
        Assert.Equal("string MakeCacheKey(LlmRequest r) =>\n    \"same\";\n", work.Descendants("pre").Single(p => (string?)p.Attribute("class") == "code").Value);
        Assert.Contains("no network", page.Descendants("footer").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text_and_nothing_is_loaded()
    {
        foreach ((_, string path) in Write(Named(Books.HostileBook())))
        {
            XElement page = Load(path);
            Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" || e.Attribute("href") is { Value: not "#main" });
            Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name == "style");
            string policy = page.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value;
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_notebook_of_the_class_that_did_not_come_is_said()
    {
        GradeBook book = Books.Of(
            Of("ada", "ada/01.ipynb"),
            new SubmissionRecord("bo/02.ipynb", "02-memory-cache", [Books.Mixed() with { Id = "memory-cache" }]) { HandIn = new("bo", "bo") });
        XElement page = Write(book).Select(f => Load(f.Path)).First();
        Assert.Equal(["01-cache-key", "02-memory-cache"], page.Descendants("h2").Select(h => h.Value));
        Assert.EndsWith("Not handed in.", page.Descendants("section").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Feedback_of_an_earlier_call_is_replaced_and_another_file_is_not()
    {
        GradeBook book = Books.Of(Of("ada", "ada/01.ipynb"), Of("bo", "bo/01.ipynb"));
        Write(book);
        Write(book with { Course = "9.9.9" });
        Assert.Contains("9.9.9", File.ReadAllText(Path.Combine(folder, "ada/feedback.html")), StringComparison.Ordinal);
        string own = Path.Combine(folder, "bo/feedback.html");
        File.WriteAllText(own, "written by hand");
        var refused = Assert.Throws<IOException>(() => Write(book));
        Assert.StartsWith("bo/feedback.html is there and is not feedback that this command wrote", refused.Message, StringComparison.Ordinal);
        Assert.Equal("written by hand", File.ReadAllText(own));
        Assert.Contains("9.9.9", File.ReadAllText(Path.Combine(folder, "ada/feedback.html")), StringComparison.Ordinal);
    }

    private static SubmissionRecord Of(string name, string path) =>
        Books.Submission(path, Books.Mixed() with { Source = "// mine" }) with { HandIn = new(name, name) };

    private static GradeBook Named(GradeBook book) =>
        book with { Submissions = [.. book.Submissions.Select((s, i) => s with { HandIn = new($"{i}", Books.Hostile + i) })] };

    private static IEnumerable<string> Paths(SubmissionRecord submission) => new FeedbackFiles(Books.Of(submission)).Files.Select(f => f.Path);

    private XElement Page(GradeBook book) => Load(Assert.Single(Write(book)).Path);

    private XElement Load(string path) => Written.Xml(File.ReadAllBytes(Path.Combine(folder, path)));

    private IReadOnlyList<(LearnerRecord Learner, string Path)> Write(GradeBook book)
    {
        var files = new FeedbackFiles(book);
        files.Write(folder);
        return files.Files;
    }
}
