using System.Xml.Linq;
using CachingLab.Grading.Records;
using static CachingLab.Grading.Reports.Page.Html;

namespace CachingLab.Grading.Reports.Page;

/// <summary>The answers that are much like another one, for an instructor to look at.</summary>
internal static class LikenessPart
{
    private const int Shown = 20;
    private const int LongestName = 60;

    /// <summary>The section, or null when nothing was noted.</summary>
    public static XElement? Section(ClassView view)
    {
        IReadOnlyList<LikenessGroup> groups = LikenessGroup.Of(view.Book.Likenesses ?? []);
        if (groups.Count == 0)
            return null;
        return El(
            "section",
            Attr("aria-labelledby", "h-alike"),
            El("h2", Attr("id", "h-alike"), "Answers that are alike"),
            El("p", Class("hint"), "Noted for you to look at: no point depends on it."),
            El("ul", Class("alike"), groups.Take(Shown).Select(g => Row(view, g))),
            groups.Count <= Shown ? null : El(
                "details",
                El("summary", $"{groups.Count - Shown} more"),
                El("ul", Class("alike"), groups.Skip(Shown).Select(g => Row(view, g)))));
    }

    private static XElement Row(ClassView view, LikenessGroup group) => El(
        "li",
        El("b", group.Exercise),
        group.How switch
        {
            LikenessKind.Same => ", the same code: ",
            LikenessKind.Renamed => ", the same code after renaming: ",
            _ => $", {(int)(group.Share * 100)} % the same: ",
        },
        group.Learners.Select((id, i) => new object[] { i > 0 ? ", " : "", Link(view, id, group.Exercise) }),
        group.WithSolution ? ", the course's solution" : null);

    private static XElement Link(ClassView view, string id, string exercise)
    {
        LearnerView? learner = view.Learners.FirstOrDefault(l => l.Record.Id == id);
        if (learner is null)
            return El("bdi", SafeText.Line(id, LongestName));
        string target = learner.Best(exercise) is null ? learner.Anchor : $"{learner.Anchor}-{exercise}";
        return El("a", Attr("href", "#" + target), El("bdi", SafeText.Line(learner.Name, LongestName)));
    }
}
