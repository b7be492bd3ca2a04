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
        return Html.Section(
            "h-alike",
            "Answers that are alike",
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
        string target = learner.Record.Exercise(exercise) is null ? learner.Anchor : $"{learner.Anchor}-{exercise}";
        return El("a", Attr("href", "#" + target), El("bdi", SafeText.Line(learner.Name, LongestName)));
    }
}

/// <summary>Answers to one exercise that are alike: all that are the same, or two that share much.</summary>
internal sealed record LikenessGroup(string Exercise, LikenessKind How, double Share)
{
    /// <summary>The learners, by id, in the order in which they were noted.</summary>
    public List<string> Learners { get; } = [];

    /// <summary>Whether the course's solution is one of them.</summary>
    public bool WithSolution { get; private set; }

    /// <summary>The groups of what was noted: the most alike first, then the largest.</summary>
    public static IReadOnlyList<LikenessGroup> Of(IEnumerable<Likeness> noted)
    {
        var groups = new List<LikenessGroup>();
        foreach (Likeness likeness in noted)
        {
            // What is the same as one of a group is the same as all of it. What is only alike is not.
            LikenessGroup[] joined = [.. groups.Where(g => g.Exercise == likeness.Exercise && g.How == likeness.How && g.Takes(likeness))];
            LikenessGroup group = joined.FirstOrDefault() ?? new(likeness.Exercise, likeness.How, likeness.Share);
            if (joined.Length == 0)
                groups.Add(group);
            foreach (LikenessGroup other in joined.Skip(1))
            {
                group.Add(other.Learners);
                group.WithSolution |= other.WithSolution;
                groups.Remove(other);
            }

            group.Add(likeness.Other is { } id ? [likeness.Learner, id] : [likeness.Learner]);
            group.WithSolution |= likeness.Other is null;
        }

        return [.. groups.OrderBy(g => g.How).ThenByDescending(g => g.Share).ThenByDescending(g => g.Learners.Count)];
    }

    private bool Takes(Likeness likeness)
    {
        bool first = Learners.Contains(likeness.Learner);
        bool second = likeness.Other is null ? WithSolution : Learners.Contains(likeness.Other);
        return How is LikenessKind.Alike ? first && second : first || second;
    }

    private void Add(IEnumerable<string> ids) => Learners.AddRange(ids.Except(Learners).ToArray());
}
