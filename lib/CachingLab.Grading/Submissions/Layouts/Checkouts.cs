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
