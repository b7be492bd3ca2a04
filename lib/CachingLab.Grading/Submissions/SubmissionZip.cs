using System.IO.Compression;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>
/// The submissions in a zip, and in the zips that it holds. Nothing is unpacked to disk: each notebook is read into memory when it is graded. A zip is open
/// only while it is looked through or read, because the system limits the number of open files, and a large class needs little memory so.
/// </summary>
internal static class SubmissionZip
{
    private const int MostEntries = 20_000;
    private const int LongestPath = 1_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Finds the submissions in a zip. Where its folders may be learners, those without a notebook become rows too.</summary>
    /// <param name="open">Opens the zip, now and when a submission is read.</param>
    /// <param name="ofClass">Whether its folders may be learners.</param>
    /// <param name="isInner">Whether it is a zip in a zip.</param>
    /// <param name="now">Opens it to look through it, where that is cheaper; <paramref name="open"/> when left out.</param>
    /// <returns>The submissions, and one line that says why the zip cannot be read, or null.</returns>
    public static (List<FoundSubmission> Found, string? Problem) Find(
        Func<ZipArchive> open, bool ofClass, bool isInner = false, Func<ZipArchive>? now = null)
    {
        try
        {
            using ZipArchive archive = (now ?? open)();
            Check(archive);
            return (Submissions(archive, open, ofClass, isInner), null);
        }
        catch (NotebookFormatException e)
        {
            return ([], e.Reason);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return ([], Problem(e));
        }
    }

    /// <summary>The submissions in a zip that counts as a folder of its name.</summary>
    public static List<FoundSubmission> AsFolder(string path, Func<ZipArchive> open, bool isInner = false, Func<ZipArchive>? now = null)
    {
        (List<FoundSubmission> found, string? problem) = Find(open, ofClass: false, isInner, now);
        if (problem is null && found.Count == 0)
            problem = "there is no notebook (.ipynb or .verso) in this zip";
        return problem is null
            ? [.. found.Select(s => s with { Path = $"{path}/{s.Path}", Full = $"{path}/{s.Full}" })]
            : [SubmissionFolder.Unreadable(path, problem)];
    }

    public static ZipArchive Open(string file)
    {
        // Pipes and devices have no length either, and reading one could block.
        if (new FileInfo(file) is { LinkTarget: null, Length: 0 })
            throw new InvalidDataException("it is empty");
        return ZipFile.OpenRead(file);
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw new InvalidDataException($"it holds more than {MostEntries:N0} files");
        if (archive.Entries.Where(e => SubmissionPaths.IsNotebook(e.Name) || SubmissionPaths.IsZip(e.Name)).Sum(e => (decimal)e.Length) > MostBytes)
            throw new InvalidDataException($"its notebooks and zips are more than {MostBytes / (1024 * 1024 * 1024)} GB unpacked");
    }

    private static List<FoundSubmission> Submissions(ZipArchive archive, Func<ZipArchive> open, bool ofClass, bool isInner)
    {
        List<Item> entries = [.. archive.Entries.Select((e, i) => new Item(e, i, e.FullName.Replace('\\', '/')))];
        HashSet<string> projects = [.. entries.Where(e => SubmissionPaths.IsProject(e.Path)).Select(e => FolderOf(e.Path))];
        List<Item> files = [.. entries.Where(e => !e.Path.EndsWith('/') && !IsSkipped(e.Path, projects))];
        int top = TopFolderLength([.. files.Select(f => f.Path)]);
        string topFolder = top == 0 ? "" : files[0].Path[..top];
        List<Item> notebooks =
            [.. files.Where(f => SubmissionPaths.IsNotebook(f.Path) || SubmissionPaths.IsZip(f.Path)).Select(f => f with { Path = f.Path[top..] })];
        ILookup<string, Item> byPath = notebooks.ToLookup(n => n.Path);
        HashSet<string> counted = [.. SubmissionPaths.WithoutTwins([.. notebooks.Select(n => n.Path)])];
        List<string> all = [.. files.Select(f => f.Path[top..])];
        IEnumerable<string> folders = entries.Where(e => e.Path.Length > top && e.Path.IndexOf('/', top) > 0 && !IsSkipped(e.Path.TrimEnd('/'), projects))
            .Select(e => e.Path[top..e.Path.IndexOf('/', top)]).Distinct();
        List<FoundSubmission> found =
        [
            .. notebooks.Where(n => counted.Contains(n.Path))
                .SelectMany(n => SubmissionPaths.IsZip(n.Path) && n.Path.Length <= LongestPath ? InZip(n, open, isInner) : [Submission(n, open, byPath)])
                .Take(MostEntries + 1),
            .. ofClass ? ForeignHandIns.Of(folders, all, [.. notebooks.Select(n => n.Path)]) : [],
        ];
        return found.Count > MostEntries
            ? throw new InvalidDataException($"it and its zips hold more than {MostEntries:N0} files")
            : [.. found.Select(s => s with { Full = topFolder + s.Full })];
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static bool IsSkipped(string path, HashSet<string> projects)
    {
        string folder = "";
        foreach (string name in path.Split('/'))
        {
            if (name is not ("." or "..") && SubmissionPaths.IsSkipped(name, projects.Contains(folder)))
                return true;
            folder += name + "/";
        }

        return false;
    }

    private static FoundSubmission Submission(Item item, Func<ZipArchive> open, ILookup<string, Item> byPath)
    {
        string path = item.Path;
        if (path.Length > LongestPath)
            return SubmissionFolder.Unreadable(path[..LongestPath], $"its path is longer than {LongestPath:N0} characters");
        Item? twin = SubmissionPaths.TwinOf(path) is { } other ? byPath[other].FirstOrDefault() : null;
        (Item counts, string? note) = twin is not null && twin.Entry.LastWriteTime > item.Entry.LastWriteTime
            ? (twin, $"{twin.Entry.Name} is newer than {item.Entry.Name} and counts in its place.")
            : (item, (string?)null);
        (int index, string name) = (counts.Index, counts.Entry.FullName);
        return new(path, () => new(Read(open, index, name, path, e => ZipEntries.Notebook(e, path)), note)) { At = counts.Entry.LastWriteTime };
    }

    private static List<FoundSubmission> InZip(Item item, Func<ZipArchive> open, bool isInner)
    {
        (int index, string name, string path) = (item.Index, item.Entry.FullName, item.Path);
        return isInner
            ? [SubmissionFolder.Unreadable(path, "is a zip in a zip in a zip, which is not opened: unpack the outer one and grade its folder")]
            : AsFolder(path, () => Read(open, index, name, path, e => ZipEntries.Zip(e, path)), isInner: true, now: () => ZipEntries.Zip(item.Entry, path));
    }

    // Another entry in the same place would be another learner's notebook.
    private static T Read<T>(Func<ZipArchive> open, int index, string name, string path, Func<ZipArchiveEntry, T> read)
    {
        try
        {
            using ZipArchive archive = open();
            return archive.Entries.ElementAtOrDefault(index) is { } entry && entry.FullName == name
                ? read(entry)
                : throw new NotebookFormatException(path, "the zip was changed while the class was graded: grade it again");
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new NotebookFormatException(path, Problem(e), e);
        }
    }

    private static bool IsUnreadable(Exception e) => e is InvalidDataException or IOException or UnauthorizedAccessException;

    private static string Problem(Exception e) => $"the zip cannot be read: {e.Message.ReplaceLineEndings(" ")}";

    /// <summary>The length of the single top folder's name with its slash, or 0 when there is none.</summary>
    private static int TopFolderLength(List<string> paths)
    {
        List<string> inside = [.. paths.Where(ZipEntries.IsInside)];
        if (inside.Count < paths.Count || inside.Count == 0)
            return 0;
        string top = inside[0][..(inside[0].IndexOf('/', StringComparison.Ordinal) + 1)];
        return top.Length > 0 && inside.TrueForAll(p => p.StartsWith(top, StringComparison.Ordinal)) ? top.Length : 0;
    }

    private sealed record Item(ZipArchiveEntry Entry, int Index, string Path);
}
