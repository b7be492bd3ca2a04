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

    /// <summary>
    /// Counts, and stops counting at <paramref name="mostEntries"/>. What cannot be counted counts as endless: a folder that is closed, a path
    /// that is too long, a file whose name is no text.
    /// </summary>
    public static FolderUse Of(string folder, int mostEntries)
    {
        long bytes = 0;
        int entries = 0;
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
            {
                if (entry is FileInfo file)
                    bytes = checked(bytes + LengthOf(file));
                if (++entries > mostEntries)
                    break;
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or PathTooLongException or OverflowException)
        {
            bytes = long.MaxValue;
        }
        catch (IOException)
        {
            // A folder vanished while it was counted: the next look counts again.
        }

        return new FolderUse(bytes, entries);
    }

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // Vanished meanwhile; or never to be found under the name that was made of its bytes.
            return file.Name.Contains('\uFFFD', StringComparison.Ordinal) ? long.MaxValue : 0;
        }
    }
}
