using System.Globalization;
using System.Text;
using System.Xml;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a grade book as JUnit XML, with a suite for each submission and exercise and a case for each requirement, as Jenkins' <c>junit-10.xsd</c> asks.</summary>
public static class JUnitReport
{
    /// <summary>Writes the book in UTF-8.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using var xml = XmlWriter.Create(output, settings);
        List<JUnitSuite> suites = [.. book.Submissions.SelectMany(JUnitSuite.Of)];
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", "CachingLab");
        WriteCounts(xml, [.. suites.SelectMany(s => s.Cases)], suites.Sum(s => s.Seconds), withSkipped: false);
        foreach (JUnitSuite suite in suites)
            WriteSuite(xml, suite, book.Sandbox);
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, string sandbox)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", suite.Name);
        WriteCounts(xml, suite.Cases, suite.Seconds, withSkipped: true);
        xml.WriteStartElement("properties");
        foreach ((string name, string value) in suite.Properties.Append(("sandbox", sandbox)))
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (JUnitCase test in suite.Cases)
            WriteCase(xml, suite, test);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitSuite suite, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", suite.Name);
        Attribute(xml, "name", test.Name);
        Attribute(xml, "time", Time(test.Seconds));
        if (test.Outcome is not JUnitOutcome.Passed)
        {
            xml.WriteStartElement(test.Outcome switch
            {
                JUnitOutcome.Failure => "failure",
                JUnitOutcome.Error => "error",
                _ => "skipped",
            });
            Attribute(xml, "message", test.Message);
            if (test.Type.Length > 0)
                Attribute(xml, "type", test.Type);
            if (test.Details.Length > 0)
                xml.WriteString(SafeText.Visible(test.Details));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Jenkins' schema knows the number of skipped cases of a suite, not of all suites.
    private static void WriteCounts(XmlWriter xml, IReadOnlyList<JUnitCase> cases, double seconds, bool withSkipped)
    {
        Count("tests", cases.Count);
        Count("failures", cases.Count(c => c.Outcome is JUnitOutcome.Failure));
        Count("errors", cases.Count(c => c.Outcome is JUnitOutcome.Error));
        if (withSkipped)
            Count("skipped", cases.Count(c => c.Outcome is JUnitOutcome.Skipped));
        Attribute(xml, "time", Time(seconds));

        void Count(string name, int count) => Attribute(xml, name, count.ToString(CultureInfo.InvariantCulture));
    }

    private static string Time(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, SafeText.Visible(value));
}
