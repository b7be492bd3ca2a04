using System.Diagnostics;
using System.Globalization;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// Removes folders of sandboxes whose grader was killed. A folder's name holds the grader's process id, which tells whether it is in use: a waiting
/// sandbox may write nothing for days.
/// </summary>
public static class SandboxLeftovers
{
    private const string Prefix = "cachinglab-";
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static int begun;

    /// <summary>Creates a sandbox's folder in the system's temporary folder. Others cannot open it.</summary>
    internal static DirectoryInfo NewFolder()
    {
        string path = Path.Combine(SandboxPlace.Folder, NewName());
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnersAlone);
    }

    /// <summary>A name that holds this process's id and is not taken.</summary>
    internal static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");

    /// <summary>Removes the leftovers in the system's temporary folder in the background, once per process.</summary>
    public static void RemoveOnce()
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
            _ = Task.Run(() => Remove(SandboxPlace.Folder, TimeProvider.System));
    }

    /// <summary>Removes the folders in a temporary one that were last written more than a day ago, unless their grader is running.</summary>
    public static void Remove(string temporary, TimeProvider time)
    {
        DateTime oldest = (time.GetUtcNow() - Age).UtcDateTime;
        Try(() =>
        {
            foreach (DirectoryInfo folder in new DirectoryInfo(temporary).EnumerateDirectories(Prefix + "*"))
                Try(() => Remove(folder, oldest));
        });
    }

    private static void Remove(DirectoryInfo folder, DateTime oldest)
    {
        if (folder.LinkTarget is not null || folder.LastWriteTimeUtc >= oldest || IsInUse(folder.Name))
            return;

        // Only the owner can do this. In another user's folder, an entry could be replaced by a link while it is emptied.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, OwnersAlone);
        SandboxCleanup.Delete(folder.FullName);
    }

    private static bool IsInUse(string name)
    {
        if (name.Split('-') is not [_, var id, _] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int grader))
            return false;
        try
        {
            using var process = Process.GetProcessById(grader);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Does what may fail without harm: a file that belongs to somebody else stays, and one that has gone need not be removed.</summary>
    internal static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left costs some space: a later call tries again, and the system cleans up its temporary folder.
        }
    }
}
