using CachingLab.Checks;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Reports;

namespace CachingLab.Tests.Reports;

public sealed class ReportsTests
{
    private static readonly Counterexample Shown = new(
        "MakeCacheKey(new LlmRequest(\"<m>\", \"\", \"\"))", "\"<same>\"", "another key, because the model differs and a long sentence goes over the edge",
        "Console.WriteLine(MakeCacheKey(new LlmRequest(\"<m>\", \"\", \"\")) == MakeCacheKey(new LlmRequest(\"n\", \"\", \"\")));\nsecond();");

    [Fact]
    public void The_text_report_in_full() => Assert.Equal(
        """
        Cache key: 1 of 3 requirements met
          [ok] Equal keys
          [no] Every field <counts>
               tried     MakeCacheKey(new LlmRequest("<m>", "", ""))
               got       "<same>"
               expected  another key, because the model differs and a long sentence goes
                         over the edge
               to see it, paste this into a cell:
                 Console.WriteLine(MakeCacheKey(new LlmRequest("<m>", "", "")) == MakeCacheKey(new LlmRequest("n", "", "")));
                 second();
          [--] Another process
               not run: judged by ./lab grade
        Beyond the exercise (optional)
          [--] Minus zero
               tried     a
               got       b
               expected  c
        Next: change the cell above, run it, then run this one again.
        Stuck? For a hint: ./lab hint cache-key
        Random inputs drawn from seed 42.
        """.Replace("./lab hint", LabCall.Name + " hint", StringComparison.Ordinal).ReplaceLineEndings(),
        TextReport.Write(Report(Failing())));

    [Fact]
    public void Text_lines_fit_80_columns_but_for_code()
    {
        var long_ = new Counterexample(new string('Z', 300), "b c", string.Join(' ', Enumerable.Repeat("word", 90)), "");
        string text = TextReport.Write(Report([Info("a", string.Join(' ', Enumerable.Repeat("yes", 40))).Judged(VerdictStatus.Failed, "m", long_)]));
        Assert.All(text.Split('\n'), l => Assert.True(l.TrimEnd('\r').Length <= 80, l));
        Assert.Equal(300, text.Count(c => c == 'Z'));
    }

    [Fact]
    public void A_long_key_is_in_one_piece_and_within_80_columns()
    {
        string key = string.Concat(Enumerable.Repeat("0123456789ABCDEF", 4));
        string text = TextReport.Write(Report([Info("a", "A").Judged(VerdictStatus.Failed, "m", new("a", $"the same key \"{key}\" twice", $"\"{key}\"", ""))]));
        string[] lines = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        Assert.All(lines, l => Assert.True(l.Length <= 80, l));
        Assert.Equal(2, lines.Count(l => l.Trim() == $"\"{key}\""));
        int got = Array.FindIndex(lines, l => l.Trim() == "got       the same key");
        Assert.Equal([$"              \"{key}\"", "                 twice", "       expected", $"              \"{key}\""], lines[(got + 1)..(got + 5)]);
    }

    [Fact]
    public void A_key_is_not_broken_in_html_either()
    {
        string key = new('F', 128);
        string html = HtmlReport.Write(Report([Info("a", "A").Judged(VerdictStatus.Failed, "m", new("a", $"the key {key}", "c", ""))]));
        Assert.Contains($"the key <span style=\"white-space:nowrap\">{key}</span></code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_answer_printed_stands_below_both_and_is_only_text()
    {
        var remarks = new Remarks { Printed = new PrintedLines(765, ["<b>bold</b>", "  two"]) };
        string text = TextReport.Write(Report(Failing()), remarks);
        Assert.EndsWith("Your code printed 765 lines; the first 2:\n  <b>bold</b>\n    two", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        string html = HtmlReport.Write(Report(Failing()), remarks);
        Assert.Contains("Your code printed 765 lines; the first 2:", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_comes_before_the_verdicts_and_a_note_after_them()
    {
        var remarks = new Remarks { Warning = "former <one>", Note = "same <one>" };
        Assert.StartsWith("former <one>", TextReport.Write(Report(Failing()), remarks), StringComparison.Ordinal);
        Assert.EndsWith("same <one>", TextReport.Write(Report(Failing()), remarks), StringComparison.Ordinal);
        string html = HtmlReport.Write(Report(Failing()), remarks);
        Assert.True(html.IndexOf("former &lt;one&gt;", StringComparison.Ordinal) < html.IndexOf("Every field", StringComparison.Ordinal));
        Assert.True(html.IndexOf("same &lt;one&gt;", StringComparison.Ordinal) > html.IndexOf("Random inputs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stub_is_not_attempted_in_both()
    {
        ExamReport stub = Report([Info("a", "A").Judged(VerdictStatus.Failed, "not written yet") with { NotWritten = true }]);
        Assert.StartsWith("Cache key: Not attempted yet: ", TextReport.Write(stub), StringComparison.Ordinal);
        Assert.Contains("Not attempted yet: ", HtmlReport.Write(stub), StringComparison.Ordinal);
        Assert.DoesNotContain("[no]", TextReport.Write(stub), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_never_run_says_so_once()
    {
        string text = TextReport.Write(Report([Info("a", "A").Judged(VerdictStatus.NotRun, "not run: the process ended")]));
        Assert.Contains("       not run: the process ended", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not run: not run", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passed_exercise_sends_to_the_next_one()
    {
        Assert.Contains("then open 02-memory-cache.ipynb", TextReport.Write(Passed(Course.PartOne.Exercises[0])), StringComparison.Ordinal);
        Assert.Contains("the next exercise of this notebook is", TextReport.Write(Passed(Course.PartOne.Exercises[5])), StringComparison.Ordinal);
        Assert.Contains("Next: read on below.<", HtmlReport.Write(Passed(Course.PartOne.Exercises[6])), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_another_place_can_judge_does_not_hold_a_learner_back_and_is_not_counted()
    {
        Verdict elsewhere = Info("b", "B").Judged(VerdictStatus.NotRun, "judged by ./lab grade") with { ByGrader = true };
        string text = TextReport.Write(Report([Info("a", "A").Judged(VerdictStatus.Passed), elsewhere]));
        Assert.StartsWith($"Cache key: 1 of 1 requirements met, all that can be judged here; {LabCall.Name} grade", text, StringComparison.Ordinal);
        Assert.Contains("then open 02-memory-cache.ipynb", text, StringComparison.Ordinal);
        string html = HtmlReport.Write(Report([Info("a", "A").Judged(VerdictStatus.Passed), elsewhere]));
        Assert.Contains($"requirements met, all that can be judged here; {LabCall.Name} grade judges 1 more", html, StringComparison.Ordinal);
        Assert.Contains("change the cell above", TextReport.Write(Report([elsewhere])), StringComparison.Ordinal);
        string unmet = TextReport.Write(Report([Info("a", "A").Judged(VerdictStatus.Failed, "m"), elsewhere]));
        Assert.StartsWith($"Cache key: 0 of 1 requirements met here; {LabCall.Name} grade judges 1 more", unmet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_exception_is_told_once_and_another_value_each_time()
    {
        Counterexample thrown = new("a", "InvalidCastException: no", Counterexample.NoException, ""), wrong = new("a", "7", "8", "");
        ExamReport report = Report([Failed("a", thrown), Failed("b", thrown with { Tried = "b" }), Failed("c", wrong), Failed("d", wrong)]);
        string text = TextReport.Write(report), html = HtmlReport.Write(report);
        Assert.Equal((1, 1, 2), (Times(text, "InvalidCastException"), Times(text, "as above"), Times(text, "got       7")));
        Assert.Equal((1, 1), (Times(html, "InvalidCastException"), Times(html, "as above")));
        Assert.Equal(4, Times(html, "not met<"));

        static Verdict Failed(string id, Counterexample shown) => Info(id, id).Judged(VerdictStatus.Failed, "m", shown);
        static int Times(string report, string part) => report.Split(part).Length - 1;
    }

    [Fact]
    public void Runs_of_spaces_in_evidence_are_kept_in_both()
    {
        ExamReport report = Report([Info("a", "A").Judged(VerdictStatus.Failed, "m", new("a", "{   x", "c", ""))]);
        Assert.Contains("got       {   x", TextReport.Write(report), StringComparison.Ordinal);
        Assert.Contains("white-space:pre-wrap;overflow-wrap:anywhere;min-width:0;overflow-x:auto\">{   x</code>", HtmlReport.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_escapes_everything_and_folds_each_hint_into_the_one_before()
    {
        string html = HtmlReport.Write(Report(Failing()));
        Assert.Contains("Every field &lt;counts&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;same&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<m>", html, StringComparison.Ordinal);
        Assert.Contains("Hint 1</summary><div>look &amp; see</div><details", html, StringComparison.Ordinal);
        Assert.Contains("Hint 2</summary><div>nearly</div></details></details>", html, StringComparison.Ordinal);
        foreach (string tag in (string[])["details", "div", "table", "tr", "td", "pre"])
            Assert.Equal(html.Split($"<{tag}>").Length + html.Split($"<{tag} ").Length - 1, html.Split($"</{tag}>").Length);
    }

    [Fact]
    public void An_unmet_stretch_never_looks_like_a_failure()
    {
        ExamReport report = Report([Info("a", "A").Judged(VerdictStatus.Passed), Failing()[^1]]);
        string html = HtmlReport.Write(report);
        Assert.DoesNotContain("not met", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#d9534f", html, StringComparison.Ordinal);
        Assert.Contains("not yet", html, StringComparison.Ordinal);
        Assert.Contains("all 1 requirements met", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_stands_in_both_when_there_is_some()
    {
        ExamReport report = Report(Failing());
        var remarks = new Remarks { Advice = "restart <it>" };
        Assert.EndsWith("restart <it>", TextReport.Write(report, remarks), StringComparison.Ordinal);
        Assert.Contains("restart &lt;it&gt;", HtmlReport.Write(report, remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebuilt_library_is_noticed_and_an_untouched_or_missing_one_is_not()
    {
        string path = typeof(Check).Assembly.Location;
        Assert.Null(RebuiltLibrary.Advice());
        Assert.Contains("restart the kernel", RebuiltLibrary.Advice(path, Guid.NewGuid()), StringComparison.Ordinal);
        Assert.Null(RebuiltLibrary.Advice(path + ".none", Guid.NewGuid()));
        Assert.Null(RebuiltLibrary.Advice(Path.ChangeExtension(path, ".deps.json"), Guid.NewGuid()));
    }

    private static readonly string[] Hints = ["look & see", "nearly"];

    private static RequirementInfo Info(string id, string title, bool stretch = false) => new(id, title, Hints) { Stretch = stretch };

    private static Verdict[] Failing() =>
    [
        Info("a", "Equal keys").Judged(VerdictStatus.Passed),
        Info("b", "Every field <counts>").Judged(VerdictStatus.Failed, Shown.ToString(), Shown),
        Info("c", "Another process").Judged(VerdictStatus.NotRun, "judged by ./lab grade"),
        Info("d", "Minus zero", stretch: true).Judged(VerdictStatus.Failed, "m", new Counterexample("a", "b", "c", "")),
    ];

    private static ExamReport Report(IReadOnlyList<Verdict> results) =>
        new(new Exercise<string>("cache-key", "Cache key", "01-cache-key", "MakeCacheKey", [.. results.Select(Asked)]), 42, results);

    private static Requirement<string> Asked(Verdict of) => new(of.Id, of.Title, (_, _) => Task.CompletedTask, Hints) { Stretch = of.Stretch };

    private static ExamReport Passed(Exercise exercise) => new(exercise, 42, [Info("a", "A").Judged(VerdictStatus.Passed)]);
}
