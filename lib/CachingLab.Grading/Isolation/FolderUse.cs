namespace CachingLab.Grading.Isolation;

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
    /// that is too long, a name that is no text.
    /// </summary>
    public static FolderUse Of(string folder, int mostEntries)
    {
        long bytes = 0;
        int entries = 0;
        HashSet<string> garbled = [];
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
            {
                bytes = checked(bytes + LengthOf(entry, garbled));
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

    // A name that is no text is read as one with U+FFFD in it. That one may be there too, but not twice.
    private static long LengthOf(FileSystemInfo entry, HashSet<string> garbled)
    {
        bool isGarbled = entry.Name.Contains('\uFFFD', StringComparison.Ordinal);
        if (isGarbled && (!entry.Exists || !garbled.Add(entry.FullName)))
            return long.MaxValue;
        try
        {
            return entry is FileInfo file ? file.Length : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
