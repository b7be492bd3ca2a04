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
    public void A_class_is_one_line_for_each_learner_and_all_of_it_when_asked_for()
    {
        GradeBook book = Books.Of(
            Named("Ada Lovelace", Books.Mixed()),
            Named("Bo", Books.Exercise(GradeStatus.Passed, Books.Requirement("a"), Books.Requirement("b", stretch: true))),
            Named("Cem", Books.Mixed(GradeStatus.Crashed)),
            Named("Dee", Books.Exercise(GradeStatus.NotAttempted, Books.Requirement("a", VerdictStatus.NotRun))),
            Books.Ungradable("e/x.txt", "not a notebook") with { HandIn = new("e", "Eve") });
        Assert.Equal(
            """
            learner       points  stretch  not passed
            Ada Lovelace     1/3           cache-key
            Bo               1/3       +1  all passed
            Cem              1/3           cache-key (crashed)
            Dee              0/3           1 not attempted
            Eve              0/3           1 file not gradable, 1 not attempted

            5 learners, 4 exercises: 1 not attempted, 1 passed, 1 failed, 1 crashed
            Points: lowest 0, median 1, highest 1, of 3
            1 file could not be graded
            Sandbox: no network
            All details: -v, or --html FILE for a page.

            """,
            Written.Console(book),
            ignoreLineEndingDifferences: true);
        Assert.Contains("unmet    Title of every-field-counts", Written.Console(book, verbose: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_class_fits_80_columns_whatever_it_says()
    {
        ExerciseRecord[] exercises = [.. Enumerable.Range(0, 12).Select(i => Books.Mixed(GradeStatus.OutOfMemory) with { Id = $"exercise-{i}" })];
        string text = Written.Console(Books.Of(Named(new string('x', 90), exercises), Named(Books.Hostile, exercises)));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(", +11\n", text, StringComparison.Ordinal);
    }

    private static SubmissionRecord Named(string name, params IReadOnlyList<ExerciseRecord> exercises) =>
        Books.Submission($"{name}/01.ipynb", exercises) with { HandIn = new(name, name) };

    [Fact]
    public void It_ends_with_totals_and_the_sandbox()
    {
        string text = Written.Console(Books.Of(Books.Submission("a/a.ipynb", Books.Mixed()), Books.Ungradable("a/b.ipynb", "empty")));
        Assert.EndsWith(
            "2 notebooks, 1 exercise: 1 failed\nPoints: 1 of 3, stretch 0 of 1\n1 file could not be graded\nSandbox: no network\n",
            text,
            StringComparison.Ordinal);
    }
}
