using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>Writes a grade book as one HTML file: the class at a glance, then each learner. It needs no network and works without scripts.</summary>
public static class ClassPage
{
    /// <summary>Writes the page in UTF-8. The same book always gives the same bytes.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        var view = new ClassView(book);
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        text.Write("<!DOCTYPE html>\n");
        text.Flush();
        // The HTML is well-formed XML and is written learner by learner, so that a large class is never held in memory as one tree.
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None });
        xml.WriteStartElement("html");
        xml.WriteAttributeString("lang", "en");
        string title = view.IsClass ? "Class report" : "Grading report";
        string script = Wrap(Resource("page.js"));
        WriteHead(xml, title, Wrap(Resource("page.css") + Resource("print.css")), script);
        xml.WriteStartElement("body");
        El("a", Class("skip"), Attr("href", "#main"), "Skip to the report").WriteTo(xml);
        SummaryPart.Header(view, title).WriteTo(xml);
        xml.WriteStartElement("main");
        xml.WriteAttributeString("id", "main");
        foreach (XElement section in Overview(view))
            section.WriteTo(xml);
        WriteLearners(xml, view);
        UngradablePart.Section(view)?.WriteTo(xml);
        xml.WriteEndElement();
        SummaryPart.Footer().WriteTo(xml);
        WriteRaw(xml, "script", script);
        xml.WriteFullEndElement();
        xml.WriteFullEndElement();
    }

    private static IEnumerable<XElement> Overview(ClassView view)
    {
        if (!view.IsClass)
            yield break;
        yield return MissedPart.Section(view);
        yield return ExercisesPart.Section(view);
        yield return HeatPart.Section(view);
    }

    private static void WriteLearners(XmlWriter xml, ClassView view)
    {
        xml.WriteStartElement("section");
        xml.WriteAttributeString("aria-labelledby", "h-learners");
        LearnerPart.Heading(view).WriteTo(xml);
        foreach (LearnerView learner in view.Learners)
        {
            xml.WriteString("\n");
            LearnerPart.Learner(view, learner).WriteTo(xml);
        }

        xml.WriteFullEndElement();
    }

    private static void WriteHead(XmlWriter xml, string title, string style, string script)
    {
        // Only the page's own style and script are allowed, whatever a learner's text contains.
        string policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";
        xml.WriteStartElement("head");
        El("meta", Attr("charset", "utf-8")).WriteTo(xml);
        El("meta", Attr("http-equiv", "Content-Security-Policy"), Attr("content", policy)).WriteTo(xml);
        El("meta", Attr("name", "viewport"), Attr("content", "width=device-width, initial-scale=1")).WriteTo(xml);
        El("meta", Attr("name", "color-scheme"), Attr("content", "light dark")).WriteTo(xml);
        El("title", $"{title}: CachingLab").WriteTo(xml);
        WriteRaw(xml, "style", style);
        xml.WriteFullEndElement();
    }

    // An XML reader sees one CDATA section. A browser sees the marks as comments.
    private static string Wrap(string text) => $"/*<![CDATA[*/\n{text}/*]]>*/";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void WriteRaw(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteRaw(text);
        xml.WriteFullEndElement();
    }
}
