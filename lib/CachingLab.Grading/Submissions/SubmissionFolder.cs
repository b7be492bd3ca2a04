using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Grading.Submissions;

/// <summary>Finds the submissions in a folder, in the folders below it, and in their zips. A zip counts as a folder of its name.</summary>
internal static class SubmissionFolder
{
    /// <summary>The reason why a link is not graded. It may point to another learner's work.</summary>
    public const string IsLink = "is a link, which is not followed: hand in the file itself";

    public static List<FoundSubmission> Find(string root)
    {
        var all = new List<string>();
        var folders = new List<string>();
        var files = new List<string>();
        var zips = new List<string>();
        var found = new List<FoundSubmission>();
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out string? folder))
        {
            try
            {
                FileSystemInfo[] entries = [.. new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos()];
                bool project = Array.Exists(entries, e => SubmissionPaths.IsProject(e.Name));
                foreach (FileSystemInfo entry in entries.Where(e => !SubmissionPaths.IsSkipped(e.Name, project)))
                    Sort(entry, folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}");
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException && folder.Length > 0)
            {
                found.Add(Unreadable(folder, "this folder cannot be read: check its permissions") with { Full = folder + "/" });
            }
        }

        found.AddRange(SubmissionPaths.WithoutTwins(files).Select(f => new FoundSubmission(f, () => Read(root, f)) { At = TimeOf(Path.Combine(root, f)) }));
        found.AddRange(zips.SelectMany(z => InZip(Path.Combine(root, z), z)));
        found.AddRange(ForeignHandIns.Of(folders, all, [.. found.Select(f => f.Path)]));
        return found;

        void Sort(FileSystemInfo entry, string path)
        {
            bool link = entry.LinkTarget is not null;
            if (SubmissionPaths.IsNotebook(entry.Name) && (link || entry is FileInfo))
                files.Add(path);
            else if (SubmissionPaths.IsZip(entry.Name) && (link || entry is FileInfo))
                zips.Add(path);
            else if (entry is DirectoryInfo && !link)
                waiting.Push(path);
            if (entry is FileInfo)
                all.Add(path);
            else if (!path.Contains('/', StringComparison.Ordinal))
                folders.Add(path);
        }
    }

    /// <summary>When a notebook was last written, to the second, which is what archives keep.</summary>
    public static DateTimeOffset? TimeOf(string file)
    {
        DateTime time = File.GetLastWriteTimeUtc(SubmissionFile.Choose(file).Path);
        return new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    /// <summary>A submission that cannot be read.</summary>
    public static FoundSubmission Unreadable(string path, string reason) => new(path, () => throw new NotebookFormatException(path, reason));

    private static List<FoundSubmission> InZip(string file, string path) => new FileInfo(file).LinkTarget is not null
        ? [Unreadable(path, IsLink)]
        : SubmissionZip.AsFolder(path, () => SubmissionZip.Open(file));

    private static SubmittedNotebook Read(string root, string path)
    {
        SubmissionFile chosen = SubmissionFile.Choose(Path.Combine(root, path));
        if (new FileInfo(chosen.Path).LinkTarget is not null)
            throw new NotebookFormatException(path, IsLink);
        return new(NotebookReader.Read(chosen.Path), chosen.Note);
    }
}
