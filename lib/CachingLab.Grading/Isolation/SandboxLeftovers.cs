using System.Diagnostics;
using System.Globalization;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// Folders of sandboxes whose grader was killed before it could remove them. They are told from those in use by their names, which hold the
/// grader's process id: a sandbox that waits for its answer may wait for days, and writes nothing meanwhile.
/// </summary>
public static class SandboxLeftovers
{
    private const string Prefix = "cachinglab-";
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static int begun;

    /// <summary>Makes a sandbox's folder in the system's temporary one.</summary>
    public static DirectoryInfo NewFolder() =>
        Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-"));

    /// <summary>Removes what is left in the system's temporary folder, the first time it is called in a process. Nobody waits for it.</summary>
    public static void RemoveOnce()
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
            _ = Task.Run(() => Remove(Path.GetTempPath(), TimeProvider.System));
    }

    /// <summary>Removes the folders that were last written more than a day ago and that no running grader has made.</summary>
    /// <param name="temporary">Where they lie.</param>
    /// <param name="time">The clock that their age is told by.</param>
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

        // Only its owner may do this: in another user's folder, a folder could turn into a link to somewhere while it is emptied.
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

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or gone meanwhile: the system's own cleaning of its temporary folder gets it.
        }
    }
}
