using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A clone of the course for each learner, as <c>cachinglab-ada</c>. What all the folders' names have in common names nobody.</summary>
/// <param name="folders">The names of all the folders.</param>
internal sealed class CheckoutLayout(IReadOnlyCollection<string> folders) : ILearnerLayout
{
    private readonly Dictionary<string, string> names = Names([.. folders.Select(FolderLayout.NameOf).Distinct(StringComparer.Ordinal)]);

    public HandIn? Of(string path)
    {
        string folder = FolderLayout.NameOf(path.Split('/')[0]);
        return names.TryGetValue(folder, out string? name) ? new(name, name) : null;
    }

    private static Dictionary<string, string> Names(string[] folders)
    {
        int start = folders.Length < 2 ? 0 : Common(folders);
        int end = folders.Length < 2 ? 0 : Common([.. folders.Select(f => new string([.. f.Reverse()]))]);
        Dictionary<string, string> names = folders.ToDictionary(f => f, f => start + end < f.Length ? f[start..^end] : f);
        return names.Values.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : folders.ToDictionary(f => f);
    }

    // The length of the common start, up to and with a joint.
    private static int Common(string[] names)
    {
        string first = names.Min(StringComparer.Ordinal)!;
        string last = names.Max(StringComparer.Ordinal)!;
        int length = first.AsSpan().CommonPrefixLength(last);
        return first.AsSpan(0, length).LastIndexOfAny('-', '_', ' ') + 1;
    }
}
