using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CachingLab.Execution;

/// <summary>Removes what a sandbox leaves: processes first, then its folder.</summary>
internal static class SandboxCleanup
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Kills a process and, where these do not end with it, its descendants. They do behind walls that stand; while bubblewrap is still building
    /// them, the process inside waits for the one outside, for ever if need be.
    /// </summary>
    public static void Kill(Process root, bool tree) => Try(() => root.Kill(tree));

    /// <summary>
    /// Kills those seen before as descendants and those that carry the mark, again and again until none is left: some may have been starting
    /// others meanwhile, and those that end need a moment.
    /// </summary>
    /// <param name="seen">Those seen before.</param>
    /// <param name="mark">The mark in their environment; null behind walls, which nothing outlives.</param>
    /// <returns>Whether none is left.</returns>
    public static bool KillRest(IReadOnlyCollection<(int Id, long Started)> seen, string? mark)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            int[] left = [.. seen.Where(s => ProcessTable.Holds(s.Id, s.Started)).Select(s => s.Id).Union(mark is null ? [] : Marked(mark))];
            if (left.Length == 0)
                return true;
            foreach (int id in left)
                KillOne(id);
            if (Stopwatch.GetElapsedTime(start) > Patience)
                return false;
            Thread.Sleep(Pause);
        }
    }

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

    private static IEnumerable<int> Marked(string mark)
    {
        string entry = $"{SandboxCommand.Mark}={mark}";
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && id != Environment.ProcessId && EnvironmentOf(folder).Contains(entry, StringComparison.Ordinal))
                yield return id;
        }
    }

    private static string EnvironmentOf(string folder)
    {
        try
        {
            return Encoding.Latin1.GetString(File.ReadAllBytes(folder + "/environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void KillOne(int id) => Try(() =>
    {
        using Process process = Process.GetProcessById(id);
        process.Kill();
    });

    private static void Try(Action kill)
    {
        try
        {
            kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or ArgumentException or NotSupportedException or AggregateException)
        {
            // It is gone already, which is what was wanted.
        }
    }
}
