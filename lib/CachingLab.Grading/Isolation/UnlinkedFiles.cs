using System.Globalization;
using System.Runtime.InteropServices;

namespace CachingLab.Grading.Isolation;

/// <summary>Files that a process has deleted but holds open or mapped. They use disk space, and no folder shows them.</summary>
internal static partial class UnlinkedFiles
{
    private const string Mark = " (deleted)";
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;

    /// <summary>The size of the files; <see cref="long.MaxValue"/> when it cannot be determined.</summary>
    /// <param name="process">The process.</param>
    /// <param name="folder">The folder that the files were in.</param>
    public static long BytesOf(int process, string folder)
    {
        string here = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
        var counted = new Dictionary<ulong, long>();
        try
        {
            foreach (FileSystemInfo descriptor in new DirectoryInfo(here + "/fd").EnumerateFileSystemInfos())
            {
                if (descriptor.LinkTarget is { } target && IsUnlinked(target, folder) && TryLook(descriptor.FullName, out ulong inode, out long size))
                    counted[inode] = size;
            }

            // The size of a file that is mapped but closed cannot be determined.
            foreach (string map in File.ReadLines(here + "/maps").Where(m => m.IndexOf('/', StringComparison.Ordinal) is > 0 and var path && IsUnlinked(m[path..], folder)))
            {
                if (map.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, var number, ..]
                    && ulong.TryParse(number, CultureInfo.InvariantCulture, out ulong inode) && !counted.ContainsKey(inode))
                    return long.MaxValue;
            }
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or IOException)
        {
            // The process has ended.
        }

        return counted.Values.Sum();
    }

    private static bool IsUnlinked(string path, string folder) =>
        path.EndsWith(Mark, StringComparison.Ordinal) && path.StartsWith(folder + "/", StringComparison.Ordinal);

    // Uses statx because opening a pipe could block.
    private static unsafe bool TryLook(string path, out ulong inode, out long size)
    {
        byte* found = stackalloc byte[256];
        bool there = Look(-1, path, 0, uint.MaxValue >> 1, found) == 0;
        inode = there ? *(ulong*)(found + InodeOffset) : 0;
        size = there ? *(long*)(found + SizeOffset) : 0;
        return there;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int Look(int folder, string path, int flags, uint mask, byte* found);
}
