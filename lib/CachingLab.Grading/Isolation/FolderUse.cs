namespace CachingLab.Grading.Isolation;

/// <summary>The size of a folder's content.</summary>
internal sealed record FolderUse(long Bytes, int Entries)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>
    /// Counts up to a little more than <paramref name="mostEntries"/>. Content that cannot be counted makes the size <see cref="long.MaxValue"/>: a closed
    /// folder, a path that is too long, or a name that is not valid text.
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
            // A folder vanished while it was counted. The next look counts again.
        }

        return new FolderUse(bytes, entries);
    }

    // .NET reads an invalid name as one with U+FFFD in it, whose file does not exist or has been counted already.
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
