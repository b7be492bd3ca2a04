using System.ComponentModel;
using System.Diagnostics;

namespace CachingLab.Grading.Isolation;

/// <summary>Removes a sandbox's folder.</summary>
internal static class SandboxCleanup
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Deletes a folder with all that is in it; links are removed, not followed. Tries for a while: what was killed a moment ago may still be
    /// writing, and on Windows holds its files open.
    /// </summary>
    /// <returns>Whether it is gone. If not, the system's own cleaning of its temporary folder is to get it.</returns>
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

    // Folders that the answer closed to everybody, itself included.
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
            // Gone meanwhile, or no name that .NET can say.
        }
    }

    // Names that are no UTF-8, and paths longer than a call of the system takes, are beyond .NET.
    private static bool TryRemove(string folder)
    {
        if (OperatingSystem.IsWindows())
            return false;
        Try(() =>
        {
            using Process remove = Process.Start("rm", ["-rf", "--", folder]);
            remove.WaitForExit();
        });
        return !Directory.Exists(folder);
    }

    private static void Try(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // There is no such command here.
        }
    }
}
