using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>Copies of the whole course among the hand-ins. Only their <c>notebooks/</c> counts: <c>solutions/</c> is the course's own work.</summary>
internal sealed class Checkouts
{
    private const string Notebooks = "notebooks";
    private const string Solutions = "solutions";
    private readonly HashSet<string> roots;

    public Checkouts(IEnumerable<string> paths)
    {
        HashSet<string> folders = new(paths.SelectMany(Folders), StringComparer.OrdinalIgnoreCase);
        roots = new(
            folders.Where(f => NameOf(f).Equals(Solutions, StringComparison.OrdinalIgnoreCase)).Select(Parent).Where(p => folders.Contains(p + Notebooks)),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether there is any.</summary>
    public bool Any => roots.Count > 0;

    /// <summary>The copy of the course that a path is in, with a slash at its end, or null.</summary>
    public string? RootOf(string path) => Folders(path).Select(Parent).FirstOrDefault(roots.Contains);

    /// <summary>Whether a file counts: it is in no copy of the course, or in its <c>notebooks/</c>.</summary>
    public bool Counts(string path) => RootOf(path) is not { } root || IsIn(path, root + Notebooks);

    /// <summary>Whether a file is the course's solution.</summary>
    public bool IsSolution(string path) => RootOf(path) is { } root && IsIn(path, root + Solutions);

    /// <summary>The path without <c>notebooks/</c>, which is no learner's name.</summary>
    public string WithoutFolder(string path) => RootOf(path) is { } root && IsIn(path, root + Notebooks) ? root + path[(root.Length + Notebooks.Length + 1)..] : path;

    private static bool IsIn(string path, string folder) => path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Folders(string path)
    {
        for (int at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
            yield return path[..at];
    }

    private static string NameOf(string folder) => folder[(folder.LastIndexOf('/') + 1)..];

    private static string Parent(string folder) => folder[..(folder.LastIndexOf('/') + 1)];
}

/// <summary>A clone of the course for each learner, as <c>cachinglab-ada</c>. What all the folders' names have in common names nobody.</summary>
internal sealed class CheckoutLayout(IReadOnlyCollection<string> folders)
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
