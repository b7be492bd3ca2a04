using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>The layouts that are known, and the choice of one for each argument from all its paths.</summary>
internal static class LearnerLayouts
{
    private static readonly PatternLayout[] Platforms = [PatternLayout.Moodle, PatternLayout.Canvas];

    /// <summary>The platform that most of the paths come from, or null. One number is one learner, or the numbers mean something else.</summary>
    public static PatternLayout? PlatformOf(IReadOnlyCollection<string> paths) => Platforms.FirstOrDefault(platform =>
    {
        HandIn[] known = [.. paths.Select(platform.Of).OfType<HandIn>()];
        return known.Length * 2 > paths.Count && known.GroupBy(h => h.Id, StringComparer.Ordinal).All(g => g.DistinctBy(h => h.Name, StringComparer.Ordinal).Count() == 1);
    });

    /// <summary>Whose the files of an argument are, in their order; null for a file that does not count.</summary>
    /// <param name="files">The files.</param>
    /// <param name="from">The argument's name when several were given, which keeps their folders apart; else null.</param>
    /// <param name="pattern">The layout that the caller described, or null to recognize one.</param>
    /// <param name="named">Whether each file was named by the caller, so that all count.</param>
    public static IEnumerable<HandIn?> Of(IReadOnlyList<FoundFile> files, string? from, PatternLayout? pattern, bool named = false)
    {
        var checkouts = new Checkouts(named ? [] : files.Select(f => f.Full));
        List<FoundFile> counted = [.. files.Where(f => checkouts.Counts(f.Full))];
        Dictionary<string, string> leftOut = LeftOut(files, checkouts);
        string[] paths = [.. counted.Select(f => checkouts.WithoutFolder(f.Full))];
        PatternLayout? layout = pattern ?? PlatformOf(paths);
        CheckoutLayout? clones = layout is null ? ClonesOf(counted, checkouts) : null;
        return files.Select(f => checkouts.Counts(f.Full) ? One(f) : null);

        HandIn One(FoundFile file)
        {
            string? root = checkouts.RootOf(file.Full);
            string path = checkouts.WithoutFolder(file.Full);
            string below = path[file.Above.Length..];
            HandIn? known = layout is null ? clones?.Of(below) : layout.Of(pattern is null ? path : file.Full);
            return (known ?? Below(from, FolderLayout.Of(below, file.Above))) with
            {
                // In a clone every file has the time of the clone.
                At = root is null ? file.At : null,
                Note = pattern is not null && known is null ? "the pattern of --learner does not match this path"
                    : (root is null ? null : leftOut.GetValueOrDefault(root)),
            };
        }
    }

    private static CheckoutLayout? ClonesOf(IEnumerable<FoundFile> files, Checkouts checkouts)
    {
        string[] folders = [.. files.Select(f => checkouts.RootOf(f.Full) is { } root && root.Length > f.Above.Length ? root[f.Above.Length..].Split('/')[0] : "").Distinct()];
        return folders.Length > 1 && !folders.Contains("") ? new CheckoutLayout(folders) : null;
    }

    // What lies in a copy of the course beside notebooks/ and solutions/ may be a learner's work in the wrong place.
    private static Dictionary<string, string> LeftOut(IReadOnlyList<FoundFile> files, Checkouts checkouts) => files
        .Where(f => !checkouts.Counts(f.Full) && !checkouts.IsSolution(f.Full))
        .GroupBy(f => checkouts.RootOf(f.Full)!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            g => g.Key,
            g => $"in a copy of the course only notebooks/ counts: {string.Join(", ", g.Take(3).Select(f => f.Full[g.Key.Length..]))}{(g.Count() > 3 ? " and more" : "")} left out",
            StringComparer.OrdinalIgnoreCase);

    private static HandIn Below(string? from, HandIn handIn) => from is null
        ? handIn
        : handIn with { Id = Join(from, handIn.Id), Name = Join(from, handIn.Name) };

    private static string Join(string from, string name) => name.Length == 0 ? from : $"{from}/{name}";
}

/// <summary>A file among those that learners may have handed in.</summary>
/// <param name="Path">Its path in reports.</param>
/// <param name="Full">The path with the folders that reports leave out, such as the one top folder of a zip. It ends with a slash when it is a folder's.</param>
/// <param name="At">When it was last written, or null when that is not known.</param>
internal sealed record FoundFile(string Path, string Full, DateTimeOffset? At)
{
    /// <summary>The folders that <see cref="Path"/> leaves out, with a slash at the end; empty when there are none.</summary>
    public string Above => Full.TrimEnd('/') is var full && full.EndsWith("/" + Path, StringComparison.Ordinal) ? full[..^Path.Length] : "";
}
