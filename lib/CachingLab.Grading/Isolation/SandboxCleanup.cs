using System.ComponentModel;
using System.Diagnostics;

namespace CachingLab.Grading.Isolation;

internal static class SandboxCleanup
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Deletes a folder with its content; links are removed, not followed. Retries for a while, because a process that was just killed may still write,
    /// or hold its files open on Windows.
    /// </summary>
    /// <returns>Whether the folder is gone. If not, it is left to the system's cleaning of temporary folders.</returns>
    public static bool Delete(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        while (!TryDelete(folder))
        {
            TryOpen(folder);
            if (Stopwatch.GetElapsedTime(start) > Patience)
                return TryRemove(folder);
            Thread.Sleep(Pause);
        }

        return true;
    }

    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return !Directory.Exists(folder);
        }
    }

    // Opens folders whose permissions the answer has removed.
    private static void TryOpen(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (DirectoryInfo inner in new DirectoryInfo(folder).EnumerateDirectories().Where(d => d.LinkTarget is null))
                TryOpen(inner.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The folder has gone meanwhile, or .NET cannot express its name.
        }
    }

    // Uses rm, because .NET can delete neither names that are not UTF-8 nor paths longer than the system's limit.
    private static bool TryRemove(string folder)
    {
        if (OperatingSystem.IsWindows())
            return false;
        try
        {
            using Process remove = Process.Start("rm", ["-rf", "--", folder]);
            remove.WaitForExit();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // The command does not exist here.
        }

        return !Directory.Exists(folder);
    }
}
