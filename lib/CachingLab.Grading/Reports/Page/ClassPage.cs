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
        string title = view.IsClass ? "Class report" : "Grading report";
        new PageFrame($"{title}: CachingLab", Resource("page.js")).Write(output, SummaryPart.Header(view, title), xml => WriteMain(xml, view), SummaryPart.Footer());
    }

    private static void WriteMain(XmlWriter xml, ClassView view)
    {
        foreach (XElement? section in Overview(view))
            section?.WriteTo(xml);
        WriteLearners(xml, view);
        UngradablePart.Section(view)?.WriteTo(xml);
    }

    private static IEnumerable<XElement?> Overview(ClassView view)
    {
        if (!view.IsClass)
            yield break;
        yield return MissedPart.Section(view);
        yield return ExercisesPart.Section(view);
        yield return MarksPart.Section(view);
        yield return HeatPart.Section(view);
        yield return LikenessPart.Section(view);
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
}
