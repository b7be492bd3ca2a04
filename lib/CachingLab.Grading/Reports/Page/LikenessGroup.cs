using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>Answers to one exercise that are alike: all that are the same, or two that share much.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="How">How alike they are.</param>
/// <param name="Share">How much of their text is common, from 0 to 1.</param>
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
