using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A clone of the course for each learner, as <c>cachinglab-ada</c>. What all the folders' names have in common names nobody.</summary>
internal sealed class CheckoutLayout(IReadOnlyCollection<string> folders) : ILearnerLayout
{
    private readonly Dictionary<string, HandIn> learners = Learners([.. folders.Select(FolderLayout.NameOf).Distinct(StringComparer.Ordinal)]);

    public HandIn? Of(string path) => learners.GetValueOrDefault(FolderLayout.NameOf(path.Split('/')[0]));

    // A branch's name at the end tells nobody apart. The start stays in the id: names of accounts may begin alike too.
    private static Dictionary<string, HandIn> Learners(string[] folders)
    {
        int start = Common(folders);
        int end = Common([.. folders.Select(Reversed)]);
        bool apart = Array.TrueForAll(folders, f => start + end < f.Length);
        return folders.ToDictionary(
            f => f, f => apart ? new HandIn(f[..^end], f[start..^end]) { Platform = HandIn.Git } : new(f, f) { Platform = HandIn.Git });
    }

    private static string Reversed(string name) => string.Concat(name.Reverse());

    // The length of the common start, up to and with a joint.
    private static int Common(string[] names)
    {
        string first = names.Min(StringComparer.Ordinal)!;
        string last = names.Max(StringComparer.Ordinal)!;
        int length = first.AsSpan().CommonPrefixLength(last);
        return first.AsSpan(0, length).LastIndexOfAny('-', '_', ' ') + 1;
    }
}
