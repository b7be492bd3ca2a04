using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class ConsoleReportTests
{
    [Fact]
    public void Hostile_text_cannot_drive_the_terminal()
    {
        string text = Written.Console(Books.HostileBook());
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202e', text);
    }

    [Fact]
    public void Prose_fits_80_columns()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 100));
        string text = Written.Console(Books.Of(
            Books.Submission("a.ipynb", Books.Mixed() with { Message = words, Notes = [words] }), Books.Ungradable("b.ipynb", words)));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void A_failure_shows_what_was_tried_what_came_back_and_what_was_expected()
    {
        string text = Written.Console(Books.Of(Books.Submission("a.ipynb", Books.Mixed())));
        Assert.Contains("  cache-key      failed           1/3  stretch 0/1    0.4 s\n", text, StringComparison.Ordinal);
        Assert.Contains("unmet    Title of every-field-counts (every-field-counts)\n", text, StringComparison.Ordinal);
        Assert.Contains("got       \"same\"\n      expected  two keys\n      paste     MakeCacheKey(a) == MakeCacheKey(b)\n", text, StringComparison.Ordinal);
        Assert.Contains("not run  any-culture: judged after same-request-same-key\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_answer_printed_comes_after_its_verdicts()
    {
        ExerciseRecord printing = Books.Mixed() with { Printed = new PrintedLines(765, ["\u001b[2J", "two"]) };
        string text = Written.Console(Books.Of(Books.Submission("a.ipynb", printing)));
        Assert.Contains("same-request-same-key\n    Your code printed 765 lines; the first 2:\n      \\u001b[2J\n      two\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_is_too_long_is_cut_between_lines_and_says_so()
    {
        string code = string.Join('\n', Enumerable.Range(100, 300).Select(i => $"Call({i});"));
        Counterexample shown = Books.Shown with { Code = code };
        string text = Written.Console(Books.Of(Books.Submission("a.ipynb", Books.Exercise(
            GradeStatus.Failed, Books.Requirement("a", VerdictStatus.Failed, shown: shown)))));
        string[] lines = [.. text.Split('\n').Where(l => l.Contains("Call(", StringComparison.Ordinal))];
        Assert.InRange(lines.Length, 10, 299);
        Assert.All(lines, l => Assert.EndsWith(");", l, StringComparison.Ordinal));
        Assert.Contains("// too long for here: the check cell in the notebook shows all of it\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_with_totals_and_the_sandbox()
    {
        string text = Written.Console(Books.Of(Books.Submission("a.ipynb", Books.Mixed()), Books.Ungradable("b.ipynb", "empty")));
        Assert.EndsWith(
            "2 notebooks, 1 exercise: 1 failed\nPoints: 1 of 3, stretch 0 of 1\n1 file could not be graded\nSandbox: no network\n",
            text,
            StringComparison.Ordinal);
    }
}
