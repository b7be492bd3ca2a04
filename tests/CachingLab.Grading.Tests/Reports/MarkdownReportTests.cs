using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class MarkdownReportTests
{
    [Fact]
    public void A_class_is_a_row_for_each_learner()
    {
        string[] lines = Lines(Books.Of(
            Books.Submission("ada/01.ipynb", Books.Mixed()) with { HandIn = new("ada", "Ada") },
            Books.Submission("bo/01.ipynb", Books.Exercise(GradeStatus.Passed, Books.Requirement("a"))) with { HandIn = new("bo", "Bo") },
            Books.Ungradable("c/x.txt", "not a notebook") with { HandIn = new("c", "Cem") }));
        Assert.Equal("## CachingLab: 3 learners", lines[0]);
        Assert.Equal(["| learner | points | stretch | cache-key |", "|---|--:|--:|:-:|"], lines[2..4]);
        Assert.Equal(["| Ada | 1/3 |  | \u2717 1/3 |", "| Bo | 1/3 |  | \u2713 1/1 |", "| Cem | 0/3 |  | \u2013 |"], lines[4..7]);
        Assert.Contains("- could not be graded: c/x.txt: not a notebook", lines);
        Assert.Contains("Sandbox in force: no network", lines);
    }

    [Fact]
    public void One_learner_is_a_row_for_each_requirement()
    {
        string[] lines = Lines(Books.Of(Books.Submission("01-cache-key.ipynb", Books.Mixed()) with { HandIn = null }));
        Assert.Equal("## CachingLab: 1 of 3 points, 0 of 1 exercise passed", lines[0]);
        Assert.Contains("| cache-key | \u2717 failed | 1/3 | 0/1 |", lines);
        Assert.Contains("| cache-key | Title of same-request-same-key | \u2713 |  |", lines);
        Assert.Contains("| cache-key | Title of every-field-counts | \u2717 | tried MakeCacheKey(a) and (b)<br>got \"same\"<br>expected two keys |", lines);
        Assert.Contains("| cache-key | Title of any-culture | \u2013 | judged after same-request-same-key |", lines);
        Assert.Contains("| cache-key | Title of negative-zero (stretch) | \u2717 | tried MakeCacheKey(a) and (b)<br>got \"same\"<br>expected two keys |", lines);
    }

    [Fact]
    public void What_a_learner_wrote_is_neither_markup_nor_a_link_nor_a_mention_nor_the_end_of_a_cell()
    {
        const string Text = "a|b `c` <img src=x> ![x](http://evil.example/y) [l](m) @team #1 www.evil.example **b** $x$ ~~s~~ \\| &lt;";
        Counterexample shown = new(Text, Text, Text, Text);
        GradeBook book = Books.Of(
            Books.Submission("ada/01.ipynb", Books.Exercise(
                GradeStatus.Crashed, Books.Requirement("a", VerdictStatus.Failed, shown: shown), Books.Requirement("b", VerdictStatus.NotRun, message: Text)) with
            { Message = Text }) with
            { HandIn = new("a", Text) });
        string text = Written.Text(MarkdownReport.Write, book);
        foreach (string mark in (string[])["`", "<img", "](", "@", "www.", "**", "$", "~", "\\", "http:", "&lt;", " #"])
            Assert.DoesNotContain(mark, text.Replace("## CachingLab", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(
            text.Split('\n').Where(l => l.StartsWith("| cache-key", StringComparison.Ordinal)),
            row => Assert.Equal(5, row.Count(c => c == '|')));
        Assert.Contains("a&#124;b &#96;c&#96; &#60;img src=x&#62;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_on_its_row()
    {
        string text = Written.Text(MarkdownReport.Write, Books.HostileBook());
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    private static string[] Lines(GradeBook book) => Written.Text(MarkdownReport.Write, book).Split('\n');
}
