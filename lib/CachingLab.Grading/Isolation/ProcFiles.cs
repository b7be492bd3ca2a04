using System.Globalization;
using System.Runtime.InteropServices;

namespace CachingLab.Grading.Isolation;

/// <summary>What Linux tells about a process in its files below /proc.</summary>
internal static partial class ProcFiles
{
    private const string Mark = " (deleted)";
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;

    /// <summary>
    /// How long the threads that have not ended have been ready to run without a processor, in all; null when the process has ended, or the kernel does
    /// not count.
    /// </summary>
    public static TimeSpan? Waits(int process)
    {
        try
        {
            // The second number of schedstat is the time on a run queue in nanoseconds: sched-stats in the kernel's documentation.
            long nanoseconds = 0;
            foreach (string thread in Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")))
            {
                if (File.ReadAllText(thread + "/schedstat").Split(' ') is [_, var waited, _])
                    nanoseconds += long.Parse(waited, CultureInfo.InvariantCulture);
            }

            return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The size of the files of a folder that a process has deleted but holds open or mapped: they use disk space, and no folder shows them.
    /// <see cref="long.MaxValue"/> when it cannot be determined.
    /// </summary>
    public static long UnlinkedBytes(int process, string folder)
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
        catch (IOException)
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
    private static unsafe partial int Look(int folder, string path, int flags, uint mask, byte* found);
}
