using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class CsvReportTests
{
    private static readonly RosterRow Ada = new("17", "Lovelace, Ada", new Dictionary<string, string> { ["Section"] = "A", ["SIS User ID"] = "u17", ["SIS Login ID"] = "ada" });
    private static readonly RosterRow Bo = new("18", "Chen, Bo", new Dictionary<string, string> { ["Section"] = "B", ["SIS User ID"] = "u18", ["SIS Login ID"] = "bo" });

    [Fact]
    public void A_row_is_a_learner()
    {
        Assert.Equal(
            [
                "learner,name,total,of,stretch,01-cache-key,02-memory-cache,handed_in,late,note,sandbox",
                "ada,ada,2,6,0,1,1,,,,no network",
                "bo,bo,1,6,0,1,,,,,no network",
                "cem,cem,0,6,0,,,,,cem could not be graded: this folder is empty,no network",
            ],
            Rows(CsvReport.Write, Books.Of(
                Books.Submission("ada/01.ipynb", Books.Mixed()),
                new SubmissionRecord("ada/02.ipynb", "02-memory-cache", [Books.Mixed() with { Id = "memory-cache" }]) { HandIn = new("ada", "ada") },
                Books.Submission("bo/01.ipynb", Books.Mixed()),
                Books.Ungradable("cem", "this folder is empty"))));
    }

    [Fact]
    public void The_time_and_the_rosters_other_columns_are_there()
    {
        var at = new DateTimeOffset(new DateTime(2026, 11, 20, 10, 30, 0, DateTimeKind.Local));
        SubmissionRecord row = Books.Submission("x/01.ipynb", Books.Mixed()) with { HandIn = new("4021", "lovelaceada") { At = at, Late = true, Platform = HandIn.Canvas } };
        Assert.Equal(
            [
                "learner,name,total,of,stretch,01-cache-key,handed_in,late,note,sandbox,Section,SIS User ID,SIS Login ID",
                "18,\"Chen, Bo\",0,3,0,,,,nothing was handed in,no network,B,u18,bo",
                "17,\"Lovelace, Ada\",1,3,0,1,2026-11-20 10:30,yes,,no network,A,u17,ada",
            ],
            Rows(CsvReport.Write, Books.Of(row) with { Roster = [Ada, Bo] }));
    }

    [Fact]
    public void The_long_form_has_a_row_for_who_handed_in_nothing()
    {
        string[] rows = Rows(LongCsvReport.Write, Books.Of(Books.Submission("17/01.ipynb", Books.Mixed())) with { Roster = [Ada, Bo] });
        Assert.Equal("18,,,,nothing-handed-in,,,,,,,,no network", rows[1]);
        Assert.StartsWith("17,17/01.ipynb,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Moodle_gets_the_participants_number_and_no_note_that_is_not_for_the_learner()
    {
        SubmissionRecord row = Books.Submission("x/01.ipynb", Books.Mixed()) with { HandIn = new("12345", "Ada Lovelace") { Platform = HandIn.Moodle, Note = "secret" } };
        Assert.Equal(
            [
                "Identifier,Full name,ID number,Grade,Maximum Grade,Last modified (grade),Feedback comments",
                "Participant 12345,Ada Lovelace,,1,3,-,01-cache-key: 1 of 3",
            ],
            Rows(MoodleReport.Write, Books.Of(row, Books.Submission("eve/01.ipynb", Books.Mixed()))));
        Assert.Equal(
            [
                "Identifier,Full name,ID number,Section,SIS User ID,SIS Login ID,Grade,Maximum Grade,Last modified (grade),Feedback comments",
                ",\"Chen, Bo\",18,B,u18,bo,0,3,-,",
                "Participant 12345,\"Lovelace, Ada\",17,A,u17,ada,1,3,-,01-cache-key: 1 of 3",
            ],
            Rows(MoodleReport.Write, Books.Of(row) with { Roster = [Ada, Bo] }));
    }

    [Fact]
    public void Moodles_own_worksheet_as_the_roster_comes_back_with_marks()
    {
        var more = new Dictionary<string, string> { ["Email address"] = "a@x.org", ["Grade"] = "", ["Last modified (grade)"] = "Friday, 20 November 2026, 10:00 AM" };
        SubmissionRecord row = Books.Submission("x/01.ipynb", Books.Mixed()) with { HandIn = new("12345", "A. Lovelace") { Platform = HandIn.Moodle } };
        Assert.Equal(
            "Participant 12345,Ada Lovelace,,a@x.org,1,3,\"Friday, 20 November 2026, 10:00 AM\",01-cache-key: 1 of 3",
            Rows(MoodleReport.Write, Books.Of(row) with { Roster = [new("Participant 12345", "Ada Lovelace", more)] })[1]);
    }

    [Fact]
    public void Canvas_gets_its_columns_and_the_row_of_points()
    {
        SubmissionRecord row = Books.Submission("x/01.ipynb", Books.Mixed()) with { HandIn = new("4021", "lovelaceada") { Platform = HandIn.Canvas } };
        SubmissionRecord anonymous = Books.Submission("y/01.ipynb", Books.Mixed()) with { HandIn = new("anon_a1B2c", "anon_a1B2c") { Platform = HandIn.Canvas } };
        Assert.Equal(
            ["Student,ID,SIS User ID,SIS Login ID,Section,CachingLab 01-cache-key", "Points Possible,,,,,3", "lovelaceada,4021,,,,1"],
            Rows(CanvasReport.Write, Books.Of(row, anonymous, Books.Submission("eve/01.ipynb", Books.Mixed()))));
        Assert.Equal(
            ["\"Chen, Bo\",18,u18,bo,B,0", "\"Lovelace, Ada\",17,u17,ada,A,1"],
            Rows(CanvasReport.Write, Books.Of(Books.Submission("17/01.ipynb", Books.Mixed())) with { Roster = [Ada, Bo] })[2..]);
    }

    [Fact]
    public void It_starts_with_a_byte_order_mark_unless_a_platform_reads_it()
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], Written.Bytes(CsvReport.Write, Books.Of())[..3]);
        Assert.Equal((byte)'I', Written.Bytes(MoodleReport.Write, Books.Of())[0]);
        Assert.Equal((byte)'S', Written.Bytes(CanvasReport.Write, Books.Of())[0]);
    }

    [Fact]
    public void Hostile_text_stays_on_its_row()
    {
        foreach (Action<GradeBook, Stream> write in (Action<GradeBook, Stream>[])[CsvReport.Write, MoodleReport.Write, CanvasReport.Write])
            Assert.InRange(Rows(write, Books.HostileBook()).Length, 1, 4);
    }

    private static string[] Rows(Action<GradeBook, Stream> write, GradeBook book) => Written.Text(write, book).TrimStart('\ufeff')[..^2].Split("\r\n");
}
