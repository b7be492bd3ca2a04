using System.Globalization;
using System.Xml.Linq;
using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public void Hostile_text_leaves_valid_xml_with_its_suites_intact()
    {
        XElement root = Root(Books.HostileBook());
        Assert.Equal(4, root.Elements("testsuite").Count());
        Assert.Contains(@"\u0000\u001b[31m\u202egpj·exe", root.Elements("testsuite").First().Attribute("name")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GradeStatus.CompileError)]
    [InlineData(GradeStatus.Timeout)]
    [InlineData(GradeStatus.OutOfMemory)]
    [InlineData(GradeStatus.Crashed)]
    [InlineData(GradeStatus.Blocked)]
    public void What_a_stopped_answer_left_open_is_an_error(GradeStatus status)
    {
        XElement suite = Suite(Books.Mixed(status) with { Message = "Stopped." });
        Assert.Equal([null, "failure", "error", "skipped"], Outcomes(suite));
        Assert.EndsWith("Stopped.", suite.Descendants("error").Single().Attribute("message")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GradeStatus.Crashed)]
    [InlineData(GradeStatus.Failed)]
    public void An_exercise_that_did_not_pass_is_never_green(GradeStatus status)
    {
        Assert.Equal([null, "error"], Outcomes(Suite(Books.Exercise(status, Books.Requirement("safe-key")))));
        Assert.Equal(["error"], Outcomes(Suite(Books.Exercise(status))));
    }

    [Fact]
    public void Not_run_and_unmet_stretch_are_skips_that_say_so()
    {
        XElement suite = Suite(Books.Mixed());
        Assert.Equal([null, "failure", "skipped", "skipped"], Outcomes(suite));
        Assert.Equal(
            ["not run: judged after same-request-same-key", "stretch, not met: " + Books.Shown],
            suite.Descendants("skipped").Select(s => s.Attribute("message")!.Value));
    }

    [Fact]
    public void A_failure_carries_its_counterexample() =>
        Assert.Contains(Books.Shown.Code, Suite(Books.Mixed()).Descendants("failure").Single().Value, StringComparison.Ordinal);

    [Fact]
    public void An_exercise_not_attempted_is_skipped_throughout() =>
        Assert.Equal(
            ["skipped", "skipped"],
            Outcomes(Suite(Books.Exercise(
                GradeStatus.NotAttempted, Books.Requirement("a", VerdictStatus.NotRun), Books.Requirement("b", VerdictStatus.Failed)))));

    [Fact]
    public void A_file_that_cannot_be_graded_is_a_suite_with_one_error()
    {
        XElement suite = Assert.Single(Root(Books.Of(Books.Ungradable("b.ipynb", "not a notebook"))).Elements());
        Assert.Equal(("b", "not a notebook"), (suite.Attribute("name")!.Value, suite.Descendants("error").Single().Attribute("message")!.Value));
    }

    [Fact]
    public void Counts_are_those_of_the_cases()
    {
        XElement root = Root(Books.HostileBook());
        foreach (XElement element in root.DescendantsAndSelf().Where(e => e.Name.LocalName is "testsuite" or "testsuites"))
        {
            Assert.Equal(element.Descendants("testcase").Count(), Count(element, "tests"));
            Assert.Equal(element.Descendants("failure").Count(), Count(element, "failures"));
            Assert.Equal(element.Descendants("error").Count(), Count(element, "errors"));
            if (element != root)
                Assert.Equal(element.Descendants("skipped").Count(), Count(element, "skipped"));
        }

        Assert.True(Count(root, "tests") > 8);
    }

    [Fact]
    public void Jenkins_schema_takes_it()
    {
        Assert.Empty(JenkinsSchema.Faults(Root(Books.HostileBook())));
        Assert.Empty(JenkinsSchema.Faults(Root(Books.Of())));
        var bad = new XElement("testsuites", new XAttribute("skipped", 1), new XElement("testcase", new XAttribute("time", "1.2345")));
        Assert.Equal(4, JenkinsSchema.Faults(bad).Count());
    }

    [Fact]
    public void Jenkins_finds_no_package_in_a_class_name()
    {
        IEnumerable<XElement> cases = Root(Books.Of(
            Books.Submission("j.r.r. tolkien/01-cache-key (1).ipynb", Books.Mixed()),
            Books.Ungradable("a.b/c.txt", "not a notebook"))).Descendants("testcase");
        Assert.Equal(["j\u00b7r\u00b7r\u00b7 tolkien/01-cache-key (1): cache-key", "a\u00b7b/c\u00b7txt"], cases.Select(c => c.Attribute("classname")!.Value).Distinct());
    }

    [Fact]
    public void A_case_has_the_time_of_its_requirement()
    {
        ExerciseRecord timed = Books.Exercise(GradeStatus.Passed, Books.Requirement("a") with { Seconds = 1.25 }, Books.Requirement("b"));
        Assert.Equal(["1.250", "0.000"], Suite(timed).Elements("testcase").Select(c => c.Attribute("time")!.Value));
        Assert.Equal("0.410", Suite(timed).Attribute("time")!.Value);
    }

    private static int Count(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Outcomes(XElement suite) => suite.Elements("testcase").Select(c => c.Elements().SingleOrDefault()?.Name.LocalName);

    private static XElement Suite(ExerciseRecord exercise) => Root(Books.Of(Books.Submission("a.ipynb", exercise))).Elements().Single();

    private static XElement Root(GradeBook book)
    {
        using var stream = new MemoryStream(Written.Bytes(JUnitReport.Write, book));
        return XDocument.Load(stream).Root!;
    }
}
