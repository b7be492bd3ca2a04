using System.Globalization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions;

/// <summary>A part of a class, counted from 1, for one of several machines. All hand-ins of one id are in one part.</summary>
public sealed record ClassShard(int Part, int Of)
{
    private const int Most = 10_000;

    /// <summary>Reads <c>2/4</c>; null when the text is something else.</summary>
    public static ClassShard? Parse(string text) =>
        text.Split('/') is [var first, var second] && Number(first) is { } part && Number(second) is { } of && part >= 1 && part <= of && of <= Most
            ? new ClassShard(part, of)
            : null;

    /// <summary>Chooses the rows of this part. The learners are dealt out in the order of their ids, so every machine that has the same class chooses alike.</summary>
    public ShardRecord Choose(IReadOnlyList<FoundSubmission> all)
    {
        Dictionary<string, int> learners = all.Select(KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index()
            .ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        return new ShardRecord(Part, Of, [.. all.Index().Where(s => learners[KeyOf(s.Item)] % Of == Part - 1).Select(s => s.Index)], all.Count);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}/{Of}");

    private static string KeyOf(FoundSubmission submission) => submission.HandIn is { Id.Length: > 0 } owner ? owner.Id : submission.Path;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
