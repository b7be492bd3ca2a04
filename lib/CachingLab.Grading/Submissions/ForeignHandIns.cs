using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions.Layouts;

namespace CachingLab.Grading.Submissions;

/// <summary>Hand-ins without a notebook. Each becomes a row, so that no learner is missing because of a file's form.</summary>
internal static class ForeignHandIns
{
    // What people hand in by mistake: a notebook under another name, another kind of archive, or the cell's code.
    private static readonly string[] Endings =
        [".ipynb.txt", ".ipynb.json", ".ipynb.html", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cs", ".csx", ".py", ".docx", ".pdf"];

    /// <summary>The learners' folders and files that hold no notebook.</summary>
    /// <param name="folders">The folders at the top, one for each learner.</param>
    /// <param name="files">All files except those of tools, with forward slashes.</param>
    /// <param name="counted">The paths that are notebooks, zips or already rows.</param>
    public static IEnumerable<FoundSubmission> Of(IEnumerable<string> folders, IReadOnlyCollection<string> files, IReadOnlyCollection<string> counted)
    {
        if (LearnerLayouts.PlatformOf(counted.Count > 0 ? counted : files) is { } platform)
            return OfPlatform(platform, folders, files, counted);

        // In one learner's own folder or a checkout of the course, the folders are not learners.
        if (counted.Any(p => SubmissionPaths.IsNotebook(p) && !p.Contains('/', StringComparison.Ordinal)) || IsCheckout(files))
            return [];
        ILookup<string, string> inside = files.Where(f => f.Contains('/', StringComparison.Ordinal)).ToLookup(f => f[..f.IndexOf('/', StringComparison.Ordinal)]);
        HashSet<string> learners = [.. counted.Select(p => p.Split('/')[0])];

        // Beside a single folder of notebooks, a folder with pictures or data is more likely part of the same work than another learner.
        bool IsHandIn(string folder) => learners.Count > 1 || !inside[folder].Any() || inside[folder].Any(IsForeign);
        return
        [
            .. folders.Where(f => !learners.Contains(f) && IsHandIn(f)).Select(f => SubmissionFolder.Unreadable(f, Words([.. inside[f]])) with { Full = f + "/" }),
            .. files.Where(f => !f.Contains('/', StringComparison.Ordinal) && IsForeign(f)).Select(f => SubmissionFolder.Unreadable(f, $"is not a notebook: {Advice(f)}")),
        ];
    }

    // On a platform each file and folder is a learner's, whatever is in it.
    private static IEnumerable<FoundSubmission> OfPlatform(
        PatternLayout platform, IEnumerable<string> folders, IReadOnlyCollection<string> files, IReadOnlyCollection<string> counted)
    {
        HashSet<string> learners = [.. counted.Select(platform.Of).OfType<HandIn>().Select(h => h.Id)];
        return
            from path in files.Concat(folders.Where(f => !files.Any(p => p.StartsWith(f + "/", StringComparison.Ordinal))))
            let learner = platform.Of(path)
            where learner is not null && !learners.Contains(learner.Id)
            group path by learner.Id into theirs
            let first = theirs.FirstOrDefault(IsForeign) ?? theirs.First()
            select SubmissionFolder.Unreadable(first, files.Contains(first) ? $"is not a notebook: {Advice(first)}" : Words([]));
    }

    private static bool IsCheckout(IReadOnlyCollection<string> files) =>
        files.Contains("lab") && files.Any(f => f.StartsWith("solutions/", StringComparison.Ordinal));

    private static bool IsForeign(string file) => Array.Exists(Endings, e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static string Words(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return "this folder is empty: no notebook was handed in";
        string name = files.FirstOrDefault(IsForeign) ?? files[0];
        string more = files.Count == 1 ? "only" : $"but {files.Count:N0} other files, such as";
        return $"there is no notebook in it, {more} {Path.GetFileName(name)}: {Advice(name)}";
    }

    private static string Advice(string file) => file.Contains(".ipynb.", StringComparison.OrdinalIgnoreCase)
        ? "its name must end in .ipynb"
        : "hand in the .ipynb file itself, or a .zip of it";
}
