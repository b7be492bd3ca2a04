using System.Globalization;

namespace CachingLab.Cli.Tests.Terminal;

/// <summary>The processes of one lab, on Linux; elsewhere none are known.</summary>
internal static class LabProcesses
{
    /// <summary>The lab that was started for a folder, and all that it started.</summary>
    public static IReadOnlyList<string> Of(string root)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        Dictionary<string, string> parents = Directory.GetDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out _))
            .ToDictionary(f => f, f => "/proc/" + Read(f, "stat").Split(") ").Last().Split(' ').ElementAtOrDefault(1));
        var found = new List<string>(parents.Keys.Where(f => Read(f, "cmdline") is var c && c.Contains("lab.dll\0", StringComparison.Ordinal)
            && c.StartsWith("dotnet\0", StringComparison.Ordinal) && c.Contains(root, StringComparison.Ordinal)));
        for (int i = 0; i < found.Count; i++)
            found.AddRange(parents.Where(p => p.Value == found[i]).Select(p => p.Key));
        return found;
    }

    /// <summary>Whether a process found earlier still runs; one that only waits to be collected does not.</summary>
    public static bool Runs(string folder) => Read(folder, "stat").Split(") ").Last() is { Length: > 0 } stat && stat[0] is not ('Z' or 'X');

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at.
            return "";
        }
    }
}
