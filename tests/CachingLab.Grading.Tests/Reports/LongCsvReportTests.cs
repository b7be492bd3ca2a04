using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class LongCsvReportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r\n =1", "'=1")]
    [InlineData("\uff1d1", "'\uff1d1")]
    public void A_cell_that_a_spreadsheet_would_run_is_text(string path, string cell) =>
        Assert.Contains($",\"{cell}\",", Rows(Books.Of(Books.Ungradable(path, "x")))[1], StringComparison.Ordinal);

    [Fact]
    public void Commas_and_quotes_stay_inside_their_cell() =>
        Assert.EndsWith(",\"a, \"\"b\"\"\",no network", Rows(Books.Of(Books.Ungradable("p.ipynb", "a, \"b\"")))[1], StringComparison.Ordinal);

    [Fact]
    public void Hostile_text_stays_on_its_row()
    {
        string[] rows = Rows(Books.HostileBook());
        Assert.Equal(1 + 4, rows.Length);
        Assert.DoesNotContain('\0', string.Concat(rows));
        Assert.All(rows, row => Assert.InRange(row.Length, 1, 4000));
    }

    [Fact]
    public void A_row_is_a_file_and_an_exercise()
    {
        string[] rows = Rows(Books.Of(Books.Submission("Ada/01-cache-key.ipynb", Books.Mixed() with { Message = "Look again." })));
        Assert.Equal("learner,path,notebook,exercise,status,points,of,stretch_points,stretch_of,seconds,failed_requirements,message,sandbox", rows[0]);
        Assert.Equal("Ada,Ada/01-cache-key.ipynb,01-cache-key,cache-key,failed,1,3,0,1,0.41,every-field-counts,Look again.,no network", rows[1]);
    }

    [Fact]
    public void A_file_that_cannot_be_graded_is_one_row() =>
        Assert.Equal("b,b.ipynb,,,ungradable,,,,,,,not a notebook,no network", Rows(Books.Of(Books.Ungradable("b.ipynb", "not a notebook")))[1]);

    [Fact]
    public void It_starts_with_a_byte_order_mark() =>
        Assert.Equal([0xEF, 0xBB, 0xBF], Written.Bytes(LongCsvReport.Write, Books.Of())[..3]);

    private static string[] Rows(GradeBook book)
    {
        string text = Written.Text(LongCsvReport.Write, book).TrimStart('\ufeff');
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2].Split("\r\n");
    }
}
