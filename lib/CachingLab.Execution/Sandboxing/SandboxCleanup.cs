using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CachingLab.Execution;

/// <summary>Removes what a sandbox leaves: processes first, then its folder.</summary>
internal static class SandboxCleanup
{
    /// <summary>Kills a process, its descendants, those seen before as its descendants, and those that carry its mark.</summary>
    public static void Kill(Process root, IReadOnlyList<(int Id, long Started)> seen, string mark)
    {
        Try(() => root.Kill(entireProcessTree: true));
        if (!OperatingSystem.IsLinux())
            return;
        ProcessTable table = ProcessTable.Read();
        foreach ((int id, long started) in seen)
        {
            if (table.Holds(id, started))
                KillOne(id);
        }

        foreach (int id in Marked(mark))
            KillOne(id);
    }

    /// <summary>Deletes a folder with all that is in it; links are removed, not followed.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file held open elsewhere (Windows) or made unreadable: the system's own cleaning of its temporary folder gets it.
        }
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
