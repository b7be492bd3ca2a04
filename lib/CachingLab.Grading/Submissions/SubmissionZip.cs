using System.IO.Compression;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>The submissions in a zip. Nothing is unpacked to disk: each notebook is read into memory when it is graded.</summary>
internal sealed class SubmissionZip : IDisposable
{
    private const int MostEntries = 20_000;
    private const int MostRatio = 200;
    private const int RatioMatters = 1024 * 1024;
    private const int LongestPath = 1_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int LinkType = 0xA000;
    private const int TypeMask = 0xF000;
    private readonly Lock reading = new();
    private readonly ZipArchive archive;

    private SubmissionZip(ZipArchive archive) => this.archive = archive;

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
        ZipArchive archive = ZipFile.OpenRead(file);
        try
        {
            if (archive.Entries.Count > MostEntries)
                throw new InvalidDataException($"it holds more than {MostEntries:N0} files");
            if (archive.Entries.Where(e => SubmissionPaths.IsNotebook(e.Name)).Sum(e => (decimal)e.Length) > MostBytes)
                throw new InvalidDataException($"its notebooks are more than {MostBytes / (1024 * 1024 * 1024)} GB unpacked");
            return new SubmissionZip(archive);
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
        List<(ZipArchiveEntry Entry, string Path)> notebooks =
            [.. files.Where(f => SubmissionPaths.IsNotebook(f.Path) || SubmissionPaths.IsZip(f.Path)).Select(f => (f.Entry, f.Path[top..]))];
        ILookup<string, ZipArchiveEntry> byPath = notebooks.ToLookup(n => n.Path, n => n.Entry);
        HashSet<string> counted = [.. SubmissionPaths.WithoutTwins([.. notebooks.Select(n => n.Path)])];
        List<string> all = [.. files.Select(f => f.Path[top..])];
        IEnumerable<string> folders = entries.Where(e => e.Path.Length > top && e.Path.IndexOf('/', top) > 0 && !IsSkipped(e.Path.TrimEnd('/'), projects))
            .Select(e => e.Path[top..e.Path.IndexOf('/', top)]).Distinct();
        return
        [
            .. notebooks.Where(n => counted.Contains(n.Path)).Select(n => Submission(n.Entry, n.Path, byPath)),
            .. ofClass ? ForeignHandIns.Of(folders, all, [.. notebooks.Select(n => n.Path)]) : [],
        ];
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
        if (SubmissionPaths.IsZip(path))
            return SubmissionFolder.Unreadable(path, "is a zip in a zip, which is not opened: unpack the outer one and grade its folder");
        ZipArchiveEntry? twin = SubmissionPaths.TwinOf(path) is { } other ? byPath[other].FirstOrDefault() : null;
        return twin is not null && twin.LastWriteTime > entry.LastWriteTime
            ? new(path, () => new(Read(twin, path), $"{twin.Name} is newer than {entry.Name} and counts in its place."))
            : new(path, () => new(Read(entry, path), null));
    }

    private Notebook Read(ZipArchiveEntry entry, string path)
    {
        if (Refusal(entry) is { } refusal)
            throw new NotebookFormatException(path, refusal);
        byte[] bytes = new byte[(int)entry.Length];
        try
        {
            // An archive can read only one entry at a time. Grading takes far longer than reading.
            lock (reading)
            {
                using Stream stream = entry.Open();
                int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                if (length < bytes.Length || stream.ReadByte() >= 0)
                    throw new InvalidDataException("it unpacks to another size than the zip says");
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new NotebookFormatException(path, $"cannot be unpacked: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return NotebookReader.Parse(bytes, path);
    }

    private static string? Refusal(ZipArchiveEntry entry)
    {
        if (!IsInside(entry.FullName.Replace('\\', '/')))
            return "its path leads out of the zip";
        if (((entry.ExternalAttributes >>> 16) & TypeMask) == LinkType)
            return SubmissionFolder.IsLink;
        if (entry.IsEncrypted)
            return "is encrypted: zip it without a password";
        if (entry.Length > NotebookReader.MaxBytes)
            return $"is larger than {NotebookReader.MaxBytes / (1024 * 1024)} MB; clear the outputs of its cells and save it again";
        return entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio
            ? $"unpacks to more than {MostRatio} times its packed size, as no notebook does"
            : null;
    }

    private static bool IsInside(string path) =>
        !path.StartsWith('/') && !path.Contains(':', StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal)
        && !path.Split('/').Any(n => n is "." or "..");

    /// <summary>The length of the single top folder's name with its slash, or 0 when there is none.</summary>
    private static int TopFolderLength(List<string> paths)
    {
        List<string> inside = [.. paths.Where(IsInside)];
        if (inside.Count < paths.Count || inside.Count == 0)
            return 0;
        string top = inside[0][..(inside[0].IndexOf('/', StringComparison.Ordinal) + 1)];
        return top.Length > 0 && inside.TrueForAll(p => p.StartsWith(top, StringComparison.Ordinal)) ? top.Length : 0;
    }
}
