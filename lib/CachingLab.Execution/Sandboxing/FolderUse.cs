namespace CachingLab.Execution;

/// <summary>How much lies in a folder.</summary>
/// <param name="Bytes">The sizes of its files.</param>
/// <param name="Entries">How many files and folders.</param>
internal sealed record FolderUse(long Bytes, int Entries)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Counts, and stops counting at <paramref name="mostEntries"/>. A folder closed to counting counts as endless.</summary>
    public static FolderUse Of(string folder, int mostEntries)
    {
        long bytes = 0;
        int entries = 0;
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
            {
                if (entry is FileInfo file)
                    bytes += file.Length;
                if (++entries > mostEntries)
                    break;
            }
        }
        catch (IOException)
        {
            // Something vanished while it was counted: the next look counts again.
        }
        catch (UnauthorizedAccessException)
        {
            bytes = long.MaxValue;
        }

        return new FolderUse(bytes, entries);
    }
}
