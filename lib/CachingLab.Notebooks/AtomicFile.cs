namespace CachingLab.Notebooks;

/// <summary>Writes files so that a reader sees either the whole new content or the whole old one.</summary>
public static class AtomicFile
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Writes a file, and creates its folder. A link is followed and kept; the file keeps its permissions.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; when it throws, the file stays as it was.</param>
    /// <param name="toDisk">Whether to wait until the content is on the disk, for content that could not be made again.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to write the file.</exception>
    public static void Write(string path, Action<Stream> write, bool toDisk = true)
    {
        string target = Path.GetFullPath(path);
        if (new FileInfo(target).LinkTarget is not null)
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string draft = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                write(file);
                file.Flush(toDisk);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
            Replace(draft, target);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // Windows cannot replace a file while another program, such as a virus scanner or a second lab, reads it.
    private static void Replace(string draft, string target)
    {
        for (int left = OperatingSystem.IsWindows() ? Tries : 0; ; left--)
        {
            try
            {
                File.Move(draft, target, overwrite: true);
                return;
            }
            catch (Exception e) when (left > 0 && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
