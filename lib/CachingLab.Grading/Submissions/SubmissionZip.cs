using System.IO.Compression;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>The submissions in a zip, and in the zips that it holds. Nothing is unpacked to disk: each notebook is read into memory when it is graded.</summary>
internal sealed class SubmissionZip : IDisposable
{
    private const int MostEntries = 20_000;
    private const int LongestPath = 1_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private readonly Lock reading = new();
    private readonly ZipArchive archive;

    private readonly bool isInner;

    private SubmissionZip(ZipArchive archive, bool isInner)
    {
        this.archive = archive;
        this.isInner = isInner;
    }

    /// <summary>Finds the submissions in a zip, which is closed with the set.</summary>
    /// <param name="set">Keeps the zip open.</param>
    /// <param name="file">The zip.</param>
    /// <param name="ofClass">Whether its folders may be learners, so that those without a notebook become rows too.</param>
    /// <returns>The submissions, and one line that says why the zip cannot be read, or null.</returns>
    public static (List<FoundSubmission> Found, string? Problem) Find(SubmissionSet set, string file, bool ofClass)
    {
        try
        {
            return (set.Open(() => Open(file)).Find(ofClass), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return ([], $"the zip cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    public void Dispose() => archive.Dispose();

    private static SubmissionZip Open(string file)
    {
        // Pipes and devices have no length either, and reading one could block.
        if (new FileInfo(file) is { LinkTarget: null, Length: 0 })
            throw new InvalidDataException("it is empty");
        return Checked(ZipFile.OpenRead(file), isInner: false);
    }

    private static SubmissionZip Checked(ZipArchive archive, bool isInner)
    {
        try
        {
            if (archive.Entries.Count > MostEntries)
                throw new InvalidDataException($"it holds more than {MostEntries:N0} files");
            if (archive.Entries.Where(e => SubmissionPaths.IsNotebook(e.Name) || SubmissionPaths.IsZip(e.Name)).Sum(e => (decimal)e.Length) > MostBytes)
                throw new InvalidDataException($"its notebooks and zips are more than {MostBytes / (1024 * 1024 * 1024)} GB unpacked");
            return new SubmissionZip(archive, isInner);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private List<FoundSubmission> Find(bool ofClass)
    {
        List<(ZipArchiveEntry Entry, string Path)> entries = [.. archive.Entries.Select(e => (Entry: e, Path: e.FullName.Replace('\\', '/')))];
        HashSet<string> projects = [.. entries.Where(e => SubmissionPaths.IsProject(e.Path)).Select(e => FolderOf(e.Path))];
        List<(ZipArchiveEntry Entry, string Path)> files = [.. entries.Where(e => !e.Path.EndsWith('/') && !IsSkipped(e.Path, projects))];
        int top = TopFolderLength([.. files.Select(f => f.Path)]);
        string topFolder = top == 0 ? "" : files[0].Path[..top];
        List<(ZipArchiveEntry Entry, string Path)> notebooks =
            [.. files.Where(f => SubmissionPaths.IsNotebook(f.Path) || SubmissionPaths.IsZip(f.Path)).Select(f => (f.Entry, f.Path[top..]))];
        ILookup<string, ZipArchiveEntry> byPath = notebooks.ToLookup(n => n.Path, n => n.Entry);
        HashSet<string> counted = [.. SubmissionPaths.WithoutTwins([.. notebooks.Select(n => n.Path)])];
        List<string> all = [.. files.Select(f => f.Path[top..])];
        IEnumerable<string> folders = entries.Where(e => e.Path.Length > top && e.Path.IndexOf('/', top) > 0 && !IsSkipped(e.Path.TrimEnd('/'), projects))
            .Select(e => e.Path[top..e.Path.IndexOf('/', top)]).Distinct();
        List<FoundSubmission> found =
        [
            .. notebooks.Where(n => counted.Contains(n.Path))
                .SelectMany(n => SubmissionPaths.IsZip(n.Path) && n.Path.Length <= LongestPath ? InZip(n.Entry, n.Path) : [Submission(n.Entry, n.Path, byPath)])
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

    private FoundSubmission Submission(ZipArchiveEntry entry, string path, ILookup<string, ZipArchiveEntry> byPath)
    {
        if (path.Length > LongestPath)
            return SubmissionFolder.Unreadable(path[..LongestPath], $"its path is longer than {LongestPath:N0} characters");
        ZipArchiveEntry? twin = SubmissionPaths.TwinOf(path) is { } other ? byPath[other].FirstOrDefault() : null;
        (ZipArchiveEntry counts, string? note) = twin is not null && twin.LastWriteTime > entry.LastWriteTime
            ? (twin, $"{twin.Name} is newer than {entry.Name} and counts in its place.")
            : (entry, (string?)null);
        return new(path, () => new(ZipEntries.Notebook(counts, path, reading), note)) { At = counts.LastWriteTime };
    }

    // Closes the inner zip until its notebook is graded, so that a large class needs little memory.
    private IEnumerable<FoundSubmission> InZip(ZipArchiveEntry entry, string path)
    {
        if (isInner)
            return [SubmissionFolder.Unreadable(path, "is a zip in a zip in a zip, which is not opened: unpack the outer one and grade its folder")];
        try
        {
            using SubmissionZip inner = Checked(ZipEntries.Zip(entry, path, reading), isInner: true);
            List<FoundSubmission> found = inner.Find(ofClass: false);
            return found.Count == 0
                ? [SubmissionFolder.Unreadable(path, "there is no notebook (.ipynb or .verso) in this zip")]
                : [.. found.Select((s, i) => s with { Path = $"{path}/{s.Path}", Full = $"{path}/{s.Full}", Read = () => ReadInZip(entry, path, i) })];
        }
        catch (NotebookFormatException e)
        {
            return [SubmissionFolder.Unreadable(path, e.Reason)];
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return [SubmissionFolder.Unreadable(path, $"the zip cannot be read: {e.Message.ReplaceLineEndings(" ")}")];
        }
    }

    private SubmittedNotebook ReadInZip(ZipArchiveEntry entry, string path, int index)
    {
        using SubmissionZip inner = Checked(ZipEntries.Zip(entry, path, reading), isInner: true);
        return inner.Find(ofClass: false)[index].Read();
    }

    /// <summary>The length of the single top folder's name with its slash, or 0 when there is none.</summary>
    private static int TopFolderLength(List<string> paths)
    {
        List<string> inside = [.. paths.Where(ZipEntries.IsInside)];
        if (inside.Count < paths.Count || inside.Count == 0)
            return 0;
        string top = inside[0][..(inside[0].IndexOf('/', StringComparison.Ordinal) + 1)];
        return top.Length > 0 && inside.TrueForAll(p => p.StartsWith(top, StringComparison.Ordinal)) ? top.Length : 0;
    }
}
