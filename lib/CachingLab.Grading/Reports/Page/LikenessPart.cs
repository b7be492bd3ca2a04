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
        Likeness[] pairs = [.. (view.Book.Likenesses ?? []).DistinctBy(PairOf).OrderBy(l => l.How).ThenByDescending(l => l.Share)];
        if (pairs.Length == 0)
            return null;
        return El(
            "section",
            Attr("aria-labelledby", "h-alike"),
            El("h2", Attr("id", "h-alike"), "Answers that are alike"),
            El("p", Class("hint"), "Noted for you to look at: no point depends on it."),
            El("ul", Class("alike"), pairs.Take(Shown).Select(p => Row(view, p))),
            pairs.Length <= Shown ? null : El(
                "details",
                El("summary", $"{pairs.Length - Shown} more"),
                El("ul", Class("alike"), pairs.Skip(Shown).Select(p => Row(view, p)))));
    }

    // Two learners are alike once, however often it was noted.
    private static (string Exercise, string First, string? Second) PairOf(Likeness likeness) =>
        likeness.Other is { } other && string.CompareOrdinal(other, likeness.Learner) < 0
            ? (likeness.Exercise, other, likeness.Learner)
            : (likeness.Exercise, likeness.Learner, likeness.Other);

    private static XElement Row(ClassView view, Likeness pair) => El(
        "li",
        El("b", pair.Exercise),
        ": ",
        Link(view, pair.Learner, pair.Exercise),
        pair.Other is { } other ? new object[] { " and ", Link(view, other, pair.Exercise) } : " and the course's solution",
        ": ",
        pair.How switch
        {
            LikenessKind.Same => "the same code",
            LikenessKind.Renamed => "the same code after renaming",
            _ => $"{(int)(pair.Share * 100)} % the same",
        });

    private static XElement Link(ClassView view, string id, string exercise)
    {
        LearnerView? learner = view.Learners.FirstOrDefault(l => l.Record.Id == id);
        if (learner is null)
            return El("bdi", SafeText.Line(id, LongestName));
        string target = learner.Best(exercise) is null ? learner.Anchor : $"{learner.Anchor}-{exercise}";
        return El("a", Attr("href", "#" + target), El("bdi", SafeText.Line(learner.Name, LongestName)));
    }
}
