using System.Globalization;
using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The requirements that most learners miss, ranked, as topics for the next lesson.</summary>
internal static class MissedPart
{
    private const int Shown = 10;
    private const int NamesShown = 40;

    public static XElement Section(ClassView view) => Html.Section(
        "h-missed",
        "What most learners miss",
        view.Missed.Count == 0
            ? El("p", "Nothing: every requirement that was judged is met.")
            : El("p", Class("hint"), "Learners who did not meet the requirement, of those whose answer could be judged on it; the whole width is the class. Stretch left out."),
        List(view, view.Missed.Take(Shown), "1"),
        view.Missed.Count <= Shown ? null : El(
            "details",
            El("summary", $"{view.Missed.Count - Shown} more"),
            List(view, view.Missed.Skip(Shown), (Shown + 1).ToString(CultureInfo.InvariantCulture))));

    private static XElement? List(ClassView view, IEnumerable<MissedRequirement> missed, string start)
    {
        object[] rows = [.. missed.Select(m => Row(view, m))];
        return rows.Length == 0 ? null : El("ol", Class("missed"), Attr("start", start), rows);
    }

    private static XElement Row(ClassView view, MissedRequirement missed) => El(
        "li",
        El("span", Class("what"), missed.Requirement.Title),
        El("span", Class("where"), missed.Exercise),
        Bar(view.Learners.Count, ("b-failed", missed.Learners.Count), ("b-untried", missed.Judged - missed.Learners.Count)),
        El("span", Class("count"), El("b", $"{missed.Learners.Count}"), $" of {missed.Judged}"),
        El("details", Class("who"), El("summary", "Who", Spoken($" missed {missed.Requirement.Id}")), El("p", Names(view, missed.Learners))));

    private static IEnumerable<object> Names(ClassView view, IReadOnlyList<LearnerView> learners)
    {
        for (int i = 0; i < Math.Min(learners.Count, NamesShown); i++)
        {
            if (i > 0)
                yield return ", ";
            yield return El("a", Attr("href", "#" + learners[i].Anchor), El("bdi", SafeText.Line(view.Names.Of(learners[i].Name), 60)));
        }

        if (learners.Count > NamesShown)
            yield return $" and {learners.Count - NamesShown} more";
    }
}
