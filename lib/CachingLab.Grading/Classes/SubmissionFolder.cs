using CachingLab.Notebooks;

namespace CachingLab.Grading;

/// <summary>The submissions in a folder and the folders below it.</summary>
internal static class SubmissionFolder
{
    /// <summary>Finds them.</summary>
    /// <param name="root">The folder.</param>
    public static List<FoundSubmission> Find(string root)
    {
        var files = new List<string>();
        var found = new List<FoundSubmission>();
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out string? folder))
        {
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
                    Sort(entry, folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}");
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException && folder.Length > 0)
            {
                found.Add(Unreadable(folder, "this folder cannot be read: check its permissions"));
            }
        }

        found.AddRange(SubmissionPaths.WithoutTwins(files).Select(f => new FoundSubmission(f, () => Read(root, f))));
        return found;

        void Sort(FileSystemInfo entry, string path)
        {
            if (SubmissionPaths.IsSkipped(entry.Name))
                return;
            bool link = entry.LinkTarget is not null;
            if (SubmissionPaths.IsNotebook(entry.Name) && (link || entry is FileInfo))
                files.Add(path);
            else if (entry is DirectoryInfo && !link)
                waiting.Push(path);
        }
    }

    /// <summary>A submission that can only be reported.</summary>
    public static FoundSubmission Unreadable(string path, string reason) => new(path, () => throw new NotebookFormatException(path, reason));

    private static SubmittedNotebook Read(string root, string path)
    {
        SubmissionFile chosen = SubmissionFile.Choose(Path.Combine(root, path));

        // A learner who hands in a link would be graded for what it points to, another learner's work perhaps.
        if (new FileInfo(chosen.Path).LinkTarget is not null)
            throw new NotebookFormatException(path, "is a link, which is not followed: hand in the file itself");
        return new(NotebookReader.Read(chosen.Path), chosen.Note);
    }
}
