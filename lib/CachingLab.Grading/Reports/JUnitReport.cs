using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a grade book as JUnit XML, with a suite for each submission and exercise and a case for each requirement, as Jenkins' <c>junit-10.xsd</c> asks.</summary>
public static class JUnitReport
{
    /// <summary>Writes the book in UTF-8.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        XElement[] suites = [.. book.Submissions.SelectMany(s => Suites(s, book.Sandbox))];
        XElement[] cases = [.. suites.Elements("testcase")];
        double seconds = book.Submissions.SelectMany(s => s.Exercises).Sum(e => e.Seconds);

        // Jenkins' schema knows the number of skipped cases of a suite, not of all suites.
        XElement all = Element("testsuites", [("name", "CachingLab"), .. Counts(cases), ("time", Time(seconds))]);
        all.Add(suites);
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using var xml = XmlWriter.Create(output, settings);
        all.WriteTo(xml);
    }

    // An exercise of a submission, or a file that could not be graded.
    private static IEnumerable<XElement> Suites(SubmissionRecord submission, string sandbox)
    {
        if (submission.Error is { } error)
        {
            string name = NameOf(submission);
            yield return Suite(name, 0, [("sandbox", sandbox)], [Case(name, "the file can be graded", 0, Error(error, "ungradable"))]);
        }

        foreach (ExerciseRecord exercise in submission.Exercises)
        {
            string name = NameOf(submission, ": " + exercise.Id);
            yield return Suite(name, exercise.Seconds, [.. Properties(exercise), ("sandbox", sandbox)], Cases(name, exercise));
        }
    }

    // Without dots: Jenkins takes what is before the last dot of a class name for a package.
    private static string NameOf(SubmissionRecord submission, string exercise = "")
    {
        string place = submission.From is null ? submission.Path : $"{submission.From}/{submission.Path}";
        return SafeText.Line(place.Replace(".ipynb", "", StringComparison.OrdinalIgnoreCase) + exercise).Replace('.', '\u00b7');
    }

    private static XElement Suite(string name, double seconds, IEnumerable<(string Name, string Value)> properties, XElement[] cases)
    {
        XElement suite = Element("testsuite", [("name", name), .. Counts(cases), Count(cases, "skipped"), ("time", Time(seconds))]);
        suite.Add(new XElement("properties", properties.Select(p => Element("property", ("name", p.Name), ("value", p.Value)))), cases);
        return suite;
    }

    private static IEnumerable<(string Name, string Value)> Properties(ExerciseRecord exercise) =>
    [
        ("status", StatusText.Id(exercise.Status)),
        ("points", string.Create(CultureInfo.InvariantCulture, $"{exercise.Points}/{exercise.Of}")),
        ("seed", exercise.Seed.ToString(CultureInfo.InvariantCulture)),
        .. exercise.Notes.Select(note => ("note", note)),
    ];

    private static XElement[] Cases(string suite, ExerciseRecord exercise)
    {
        XElement[] cases = [.. exercise.Requirements.Select(r => Case(suite, $"{r.Title} ({r.Id})", r.Seconds ?? 0, Outcome(exercise, r)))];
        bool red = cases.Elements().Any(o => o.Name.LocalName is "failure" or "error");

        // A build that only counts failures must not accept an exercise without a verdict.
        return red || exercise.Status is GradeStatus.Passed or GradeStatus.NotAttempted
            ? cases
            : [.. cases, Case(suite, "the exercise as a whole", 0, Error(exercise.Message, StatusText.Id(exercise.Status)))];
    }

    private static XElement Case(string suite, string name, double seconds, XElement? outcome)
    {
        XElement test = Element("testcase", ("classname", suite), ("name", name), ("time", Time(seconds)));
        test.Add(outcome);
        return test;
    }

    // Null for a requirement that is passed.
    private static XElement? Outcome(ExerciseRecord exercise, Verdict requirement) => (exercise.Status, requirement) switch
    {
        (_, { Status: VerdictStatus.Passed }) => null,
        (GradeStatus.NotAttempted, _) => Skipped("not attempted yet"),
        (_, { Stretch: true }) => Skipped(Reason("stretch, not met", requirement.Message)),
        (_, { Status: VerdictStatus.Failed }) => Failure(requirement),
        _ when exercise.Stopped => Error(Reason(StatusText.Words(exercise.Status), exercise.Message), StatusText.Id(exercise.Status)),
        _ => Skipped(Reason("not run", requirement.Message)),
    };

    private static XElement Skipped(string message) => Element("skipped", ("message", message));

    private static XElement Error(string message, string type) => Element("error", ("message", message), ("type", type));

    private static XElement Failure(Verdict requirement)
    {
        XElement failure = Element("failure", ("message", requirement.Message));
        if (requirement.Counterexample is { } c)
            failure.Add(SafeText.Visible($"tried:    {c.Tried}\ngot:      {c.Got}\nexpected: {c.Expected}\n\n{c.Code}\n"));
        return failure;
    }

    private static string Reason(string what, string why) => why.Length == 0 ? what : $"{what}: {why}";

    private static IEnumerable<(string Name, string Value)> Counts(XElement[] cases) =>
    [
        ("tests", cases.Length.ToString(CultureInfo.InvariantCulture)),
        Count(cases, "failure"),
        Count(cases, "error"),
    ];

    private static (string Name, string Value) Count(XElement[] cases, string outcome) =>
        (outcome is "skipped" ? outcome : outcome + "s", cases.Elements(outcome).Count().ToString(CultureInfo.InvariantCulture));

    private static string Time(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static XElement Element(string name, params IEnumerable<(string Name, string Value)> attributes) =>
        new(name, attributes.Select(a => new XAttribute(a.Name, SafeText.Visible(a.Value))));
}
