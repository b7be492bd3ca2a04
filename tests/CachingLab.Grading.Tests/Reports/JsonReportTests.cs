using System.Text.Json;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void A_line_that_was_cut_is_no_submission()
    {
        string line = Line(Books.Submission("a.ipynb", Books.Mixed()));
        for (int length = 0; length < line.Length - 1; length++)
            Assert.Null(JsonReport.ReadLine(line[..length]));
        Assert.NotNull(JsonReport.ReadLine(line));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"path":null,"notebook":null,"exercises":[]}""")]
    [InlineData("""{"path":"a","notebook":"b","exercises":[{"id":"x","status":"excellent"}]}""")]
    public void A_line_that_lacks_something_is_no_submission(string line) => Assert.Null(JsonReport.ReadLine(line));

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"submissions":[],"sandbox":""}""")]
    [InlineData("""{"schema":"cachinglab.grade/2","submissions":[],"sandbox":""}""")]
    public void A_report_of_another_schema_is_refused_by_name(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var e = Assert.Throws<JsonException>(() => JsonReport.Read(stream));
        Assert.Contains("cachinglab.grade/1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_for_the_board_alone_is_no_member_of_the_schema()
    {
        Assert.Equal(
            JsonSerializer.Serialize(Root(Books.Of(Books.Submission("a.ipynb", Books.Mixed())))),
            JsonSerializer.Serialize(Root(Books.Of(Books.Submission("a.ipynb", Books.Mixed() with { CellMissing = true })))));
    }

    [Fact]
    public void A_file_that_cannot_be_graded_is_the_row_of_the_contract()
    {
        JsonElement row = Root(Books.Of(Books.Ungradable("b.ipynb", "not a notebook"))).GetProperty("submissions")[0];
        Assert.Equal("""{"path":"b.ipynb","notebook":null,"error":"not a notebook","exercises":[]}""", JsonSerializer.Serialize(row));
    }

    [Fact]
    public void Members_and_statuses_are_spelled_as_in_the_contract()
    {
        JsonElement root = Root(Books.Of(Books.Submission("a.ipynb", Books.Mixed(GradeStatus.OutOfMemory))));
        Assert.Equal("cachinglab.grade/1", root.GetProperty("schema").GetString());
        JsonElement submission = root.GetProperty("submissions")[0];
        Assert.False(submission.TryGetProperty("error", out _));
        JsonElement exercise = submission.GetProperty("exercises")[0];
        Assert.Equal("out-of-memory", exercise.GetProperty("status").GetString());
        Assert.Equal((1, 3, 0.41), (exercise.GetProperty("points").GetInt32(), exercise.GetProperty("of").GetInt32(), exercise.GetProperty("seconds").GetDouble()));
        JsonElement[] requirements = [.. exercise.GetProperty("requirements").EnumerateArray()];
        Assert.Equal(["passed", "failed", "not-run", "failed"], requirements.Select(r => r.GetProperty("status").GetString()));
        Assert.Equal(["id", "title", "stretch", "status", "message"], requirements[0].EnumerateObject().Select(p => p.Name));
        Assert.True(requirements[3].GetProperty("stretch").GetBoolean());
    }

    [Fact]
    public void What_an_answer_printed_is_kept_for_reports_that_are_made_later()
    {
        SubmissionRecord submission = Books.Submission("a.ipynb", Books.Mixed() with { Printed = new PrintedLines(765, ["a print"]) });
        SubmissionRecord reported = JsonReport.Read(new MemoryStream(Written.Bytes(JsonReport.Write, Books.Of(submission)))).Submissions[0];
        Assert.All([reported, JsonReport.ReadLine(Line(submission))!], s =>
        {
            PrintedLines? read = s.Exercises[0].Printed;
            Assert.Equal((765, "a print"), (read!.Count, Assert.Single(read.First)));
        });
    }

    [Fact]
    public void What_was_written_reads_back_to_the_same_report()
    {
        byte[] first = Written.Bytes(JsonReport.Write, Books.HostileBook());
        using var stream = new MemoryStream(first);
        GradeBook book = JsonReport.Read(stream);
        Assert.Equal(first, Written.Bytes(JsonReport.Write, book));
        Assert.Equal(Books.Shown, book.Submissions[0].Exercises[0].Requirements[1].Counterexample);
    }

    [Fact]
    public void An_answers_text_is_a_member_that_an_untouched_cell_lacks()
    {
        JsonElement[] exercises = [.. Root(Books.Of(Books.Submission("a.ipynb", Books.Mixed() with { Source = "int a;" }, Books.Mixed())))
            .GetProperty("submissions")[0].GetProperty("exercises").EnumerateArray()];
        Assert.Equal("int a;", exercises[0].GetProperty("source").GetString());
        Assert.False(exercises[1].TryGetProperty("source", out _));
    }

    [Fact]
    public void A_submission_is_one_line_whatever_it_holds()
    {
        foreach (SubmissionRecord submission in Books.HostileBook().Submissions)
        {
            string line = Line(submission);
            Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
            Assert.Equal(line, Line(JsonReport.ReadLine(line)!));
        }
    }

    [Fact]
    public void Letters_stay_readable() =>
        Assert.Contains("Zoë 林", Written.Text(JsonReport.Write, Books.Of(Books.Submission("Zoë 林.ipynb"))), StringComparison.Ordinal);

    private static string Line(SubmissionRecord submission)
    {
        using var writer = new StringWriter();
        JsonReport.WriteLine(submission, writer);
        return writer.ToString();
    }

    private static JsonElement Root(GradeBook book) => JsonSerializer.Deserialize<JsonElement>(Written.Bytes(JsonReport.Write, book));
}
