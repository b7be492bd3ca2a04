namespace CachingLab.Grading.Submissions;

/// <summary>Which files below an argument are submissions.</summary>
internal static class SubmissionPaths
{
    private const string Ipynb = ".ipynb";
    private const string Verso = ".verso";

    // Folders that a build creates beside its project file.
    private static readonly string[] Built = ["bin", "obj"];

    /// <summary>Whether a name is a notebook's.</summary>
    public static bool IsNotebook(string name) =>
        name.EndsWith(Ipynb, StringComparison.OrdinalIgnoreCase) || name.EndsWith(Verso, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is a zip's.</summary>
    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether to skip a file or folder because it is hidden, metadata of an archive, or the output of a build.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="besideProject">Whether a project file lies beside it; else bin may be a learner's name.</param>
    public static bool IsSkipped(string name, bool besideProject) =>
        name.StartsWith('.') || name is "__MACOSX" || (besideProject && Built.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a name is a project file's.</summary>
    public static bool IsProject(string name) => name.EndsWith("proj", StringComparison.OrdinalIgnoreCase);

    /// <summary>The paths without each <c>.verso</c> beside an <c>.ipynb</c> of the same name: the two are one submission.</summary>
    public static IEnumerable<string> WithoutTwins(IReadOnlyCollection<string> paths)
    {
        HashSet<string> all = [.. paths];
        return paths.Where(p => !(p.EndsWith(Verso, StringComparison.Ordinal) && all.Contains(p[..^Verso.Length] + Ipynb)));
    }

    /// <summary>The path of the <c>.verso</c> that may be beside an <c>.ipynb</c>, or null.</summary>
    public static string? TwinOf(string path) => path.EndsWith(Ipynb, StringComparison.Ordinal) ? path[..^Ipynb.Length] + Verso : null;
}
