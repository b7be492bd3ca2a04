using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Reports.Page;
using CachingLab.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class ClassPageTests
{
    [Fact]
    public void Hostile_text_stays_text()
    {
        XElement page = Page(Books.HostileBook());
        Assert.Single(page.Descendants("script"));
        Assert.Contains(page.Descendants("pre"), pre => pre.Value.StartsWith("</details><script>alert('x')", StringComparison.Ordinal));
        Assert.Contains(@"]]>\u0000\u001b[31m\u202egpj.exe", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_answer_printed_is_folded_text()
    {
        ExerciseRecord printing = Books.Mixed() with { Printed = new PrintedLines(765, ["<b>one</b>", "two"]) };
        XElement printed = Page(Books.Of(Books.Submission("a.ipynb", printing))).Descendants("details").Single(d => (string?)d.Attribute("class") == "printed");
        Assert.Equal("Your code printed 765 lines; the first 2:", printed.Element("summary")!.Value);
        Assert.Equal("<b>one</b>\ntwo", printed.Element("pre")!.Value);
    }

    [Fact]
    public void Nothing_is_loaded_and_only_the_pages_own_script_may_run()
    {
        XElement page = Page(Books.HostileBook());
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "link" or "img" or "iframe" || e.Attribute("src") is not null);
        Assert.All(page.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        string policy = page.Descendants("meta").Single(m => m.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        string html = Written.Text(ClassPage.Write, Books.HostileBook());
        foreach (string element in new[] { "script", "style" })
        {
            int start = html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
            string content = html[start..html.IndexOf($"</{element}>", start, StringComparison.Ordinal)];
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Contains($"{element}-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_link_and_label_leads_to_one_element_of_the_page()
    {
        XElement page = Page(Class(12));
        List<string> ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.Descendants().Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
        Assert.All(page.Descendants().Attributes("aria-labelledby"), label => Assert.Contains(label.Value, ids));
    }

    [Fact]
    public void The_cell_is_open_beside_what_failed_and_folded_where_only_stretch_is_not_met()
    {
        ExerciseRecord stretch = Books.Exercise(
            GradeStatus.Passed, Books.Requirement("a"), Books.Requirement("b", VerdictStatus.Failed, stretch: true));
        XElement page = Page(Books.Of(Books.Submission(
            "01.ipynb",
            Books.Mixed() with { Source = "int a;" },
            stretch with { Source = "int b;" },
            Books.Exercise(GradeStatus.Passed, Books.Requirement("c")) with { Source = "int c;" })));
        Assert.Equal(
            ["int a; open", "int b; "],
            page.Descendants("details").Where(d => (string?)d.Attribute("class") == "cell").Select(d => $"{d.Element("pre")!.Value.Trim()} {(string?)d.Attribute("open")}"));
    }

    [Fact]
    public void The_date_the_version_and_the_seed_stand_at_the_top()
    {
        GradeBook book = Class(3) with { Graded = new DateTimeOffset(2026, 11, 28, 9, 5, 0, TimeSpan.Zero), Course = "1.0.0+12345678" };
        Assert.Equal(
            "CachingLab 1.0.0+12345678 \u00b7 3 notebooks graded \u00b7 28 November 2026, 09:05 UTC+00:00 \u00b7 seed 7",
            Page(book).Descendants("p").First().Value);
    }

    [Fact]
    public void Marks_are_spread_over_tenths_of_the_points_and_all_of_them()
    {
        XElement marks = Page(Class(12)).Descendants("ol").Single(o => (string?)o.Attribute("class") == "marks");
        Assert.Equal([0, 0, 0, 3, 0, 0, 3, 0, 0, 0, 6], marks.Elements("li").Select(li => int.Parse(li.Element("b")!.FirstNode!.ToString(), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Answers_that_are_the_same_are_one_line_and_answers_that_are_alike_one_for_two_learners()
    {
        Likeness[] noted =
        [
            new("learner-00", "cache-key", "learner-01", LikenessKind.Alike, 0.931),
            new("learner-01", "cache-key", "learner-00", LikenessKind.Alike, 0.931),
            new("learner-02", "cache-key", "learner-01", LikenessKind.Alike, 0.931),
            new("learner-02", "cache-key", null, LikenessKind.Renamed, 1),
            new("gone", "cache-key", "learner-02", LikenessKind.Same, 1),
            new("learner-01", "cache-key", "learner-00", LikenessKind.Same, 1),
            new("learner-00", "cache-key", "gone", LikenessKind.Same, 1),
        ];
        XElement page = Page(Class(3) with { Likenesses = noted });
        XElement list = page.Descendants("ul").Single(u => (string?)u.Attribute("class") == "alike");
        Assert.Equal(
            [
                "cache-key, the same code: gone, learner-02, learner-01, learner-00",
                "cache-key, the same code after renaming: learner-02, the course's solution",
                "cache-key, 93 % the same: learner-00, learner-01",
                "cache-key, 93 % the same: learner-02, learner-01",
            ],
            list.Elements("li").Select(li => li.Value));
        Assert.All(list.Descendants("a"), a => Assert.Contains(page.Descendants("article"), e => "#" + (string?)e.Attribute("id") == (string?)a.Attribute("href")));
        Assert.DoesNotContain(Page(Class(3)).Descendants("h2"), h => h.Value == "Answers that are alike");
    }

    [Fact]
    public void Weights_and_late_hand_ins_count_as_in_the_grades()
    {
        GradeBook book = Class(3) with { Scheme = new() { Weights = new Dictionary<string, double> { ["01-cache-key"] = 1.5 } } };
        string[] totals = [.. Page(book).Descendants("td").Where(t => (string?)t.Attribute("class") == "total").Select(t => t.Value)];
        Assert.Equal(["1.5/4.5", "4.5/4.5", "3/4.5"], totals);
        Assert.All(totals, t => Assert.Contains($" {t} ", Written.Console(book), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cachinglab-2026-ada,cachinglab-2026-bo,cachinglab-2026-cem", "cachinglab-2026-", "ada,bo,cem")]
    [InlineData("ada,adam,adele", "", "ada,adam,adele")]
    [InlineData("team-1,team-2", "", "team-1,team-2")]
    [InlineData("lab-team-,lab-team-a,lab-team-b", "", "lab-team-,lab-team-a,lab-team-b")]
    public void Where_it_is_narrow_names_are_without_what_all_begin_with(string names, string prefix, string shown)
    {
        XElement page = Page(Books.Of([.. names.Split(',').Select(n => Books.Submission($"{n}/01.ipynb", Books.Mixed()) with { HandIn = new(n, n) })]));
        Assert.Equal(shown, string.Join(',', page.Descendants("tbody").Elements("tr").Select(tr => tr.Element("th")!.Value)));
        Assert.Equal(names, string.Join(',', page.Descendants("h3").Select(h => h.Value)));
        Assert.Equal(prefix.Length > 0, page.Value.Contains($"Names without {prefix}, with which all begin.", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_skip_no_level_and_scrolling_places_can_be_reached()
    {
        XElement page = Page(Class(12));
        int[] levels = [.. page.Descendants().Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']).Select(e => e.Name.LocalName[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        Assert.All(page.Descendants("pre"), pre => Assert.Equal("0", pre.Attribute("tabindex")?.Value));
    }

    [Fact]
    public void Requirements_that_most_learners_miss_come_first()
    {
        XElement list = Page(Class(12)).Descendants("ol").First();
        Assert.Equal(
            ["Title of no-boundary-collision: 6 of 12", "Title of safe-key: 3 of 12"],
            list.Elements("li").Select(li => $"{Part(li, "what")}: {Part(li, "count")}"));

        static string Part(XElement li, string name) => li.Elements().Single(e => e.Attribute("class")?.Value == name).Value;
    }

    [Fact]
    public void A_learners_notebooks_are_grouped()
    {
        XElement page = Page(Books.Of(
            Books.Submission("ada/01-cache-key.ipynb", Books.Mixed()),
            Books.Submission("bo/01-cache-key.ipynb", Books.Mixed()),
            new SubmissionRecord("ada/02-memory-cache.ipynb", "02-memory-cache", [Books.Mixed() with { Id = "memory-cache" }]) { HandIn = new("ada", "ada") }));
        Assert.Equal(["ada", "bo"], page.Descendants("h3").Select(h => h.Value));
        Assert.Equal("\u2013 not handed in", page.Descendants("tbody").Elements("tr").Last().Elements("td").Last().Value);
    }

    [Fact]
    public void A_single_submission_is_shown_opened_without_a_class_overview()
    {
        XElement page = Page(Books.Of(Books.Submission("01-cache-key.ipynb", Books.Mixed())));
        Assert.Empty(page.Descendants("table"));
        Assert.Equal("open", page.Descendants("details").Single().Attribute("open")?.Value);
        Assert.Contains(Books.Shown.Code, page.Descendants("pre").Select(p => p.Value));
    }

    [Fact]
    public void Files_that_could_not_be_graded_have_their_own_section()
    {
        XElement page = Page(Books.Of(Books.Ungradable("b.ipynb", "not a notebook")));
        Assert.Contains(page.Descendants("dt"), dt => dt.Value == "b.ipynb");
        Assert.Contains(page.Descendants("dd"), dd => dd.Value == "not a notebook");
    }

    [Fact]
    public void A_class_of_400_that_fails_everything_at_length_stays_a_page_that_opens()
    {
        var shown = new Exams.Counterexample(new string('t', 9_000), new string('g', 9_000), new string('e', 9_000), new string('c', 90_000));
        ExerciseRecord exercise = Books.Exercise(
            GradeStatus.Failed,
            [.. Enumerable.Range(0, 10).Select(i => Books.Requirement($"r{i}", VerdictStatus.Failed, shown: shown, message: new string('m', 9_000)))]);
        exercise = exercise with { Source = new string('s', 4_000) };
        GradeBook book = Books.Of([.. Enumerable.Range(0, 400).Select(i => Books.Submission($"learner-{i}/01-cache-key.ipynb", exercise))]);
        Assert.InRange(Written.Bytes(ClassPage.Write, book).Length, 400_000, 5_000_000);
    }

    [Fact]
    public void A_book_that_was_read_back_gives_the_same_page()
    {
        using var stream = new MemoryStream(Written.Bytes(JsonReport.Write, Books.HostileBook()));
        Assert.Equal(Written.Text(ClassPage.Write, Books.HostileBook()), Written.Text(ClassPage.Write, JsonReport.Read(stream)));
    }

    private static GradeBook Class(int learners) => Books.Of([.. Enumerable.Range(0, learners).Select(i => Books.Submission(
        $"learner-{i:00}/01-cache-key.ipynb",
        Books.Exercise(
            i % 2 == 0 ? GradeStatus.Failed : GradeStatus.Passed,
            Books.Requirement("same-request-same-key"),
            Books.Requirement("safe-key", i % 4 == 0 ? VerdictStatus.Failed : VerdictStatus.Passed, shown: Books.Shown),
            Books.Requirement("no-boundary-collision", i % 2 == 0 ? VerdictStatus.Failed : VerdictStatus.Passed, shown: Books.Shown),
            Books.Requirement("negative-zero", VerdictStatus.Failed, stretch: true))))]);

    private static XElement Page(GradeBook book) => Written.Xml(Written.Bytes(ClassPage.Write, book));
}
