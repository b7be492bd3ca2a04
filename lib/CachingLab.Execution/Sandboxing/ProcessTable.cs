using System.Diagnostics;
using System.Globalization;

namespace CachingLab.Execution;

/// <summary>One look at all processes of the machine; on Linux with who started whom.</summary>
internal sealed class ProcessTable
{
    // USER_HZ: what /proc counts in on every Linux, whatever the kernel is tuned to.
    private const double TicksPerSecond = 100;
    private readonly ILookup<int, Entry> children;
    private readonly Dictionary<int, Entry> all;

    private ProcessTable(IEnumerable<Entry> entries)
    {
        all = entries.ToDictionary(e => e.Id);
        children = all.Values.ToLookup(e => e.Parent);
    }

    /// <summary>Looks now. Elsewhere than on Linux the table knows no descendants.</summary>
    public static ProcessTable Read() => new(OperatingSystem.IsLinux() ? ReadLinux() : []);

    /// <summary>Looks now; null when a process changed while it was read: the next look will do.</summary>
    public static ProcessTable? TryRead()
    {
        try
        {
            return Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The use of a process and its descendants, or null when it is gone.</summary>
    public ProcessUse? UseOf(Process root)
    {
        if (!OperatingSystem.IsLinux())
            return UseOfOne(root);
        if (!all.TryGetValue(root.Id, out Entry? entry))
            return null;
        var found = new List<Entry> { entry };
        for (int i = 0; i < found.Count; i++)
            found.AddRange(children[found[i].Id]);
        return new ProcessUse(
            found.Sum(e => e.ResidentPages) * Environment.SystemPageSize,
            TimeSpan.FromSeconds(found.Sum(e => e.CpuTicks) / TicksPerSecond),
            [.. found.Select(e => (e.Id, e.Started))]);
    }

    /// <summary>Whether the process with that id is there now, and the one that started then.</summary>
    public static bool Holds(int id, long started) => ReadStat(id, $"/proc/{id}/stat") is { } entry && entry.Started == started;

    private static ProcessUse? UseOfOne(Process root)
    {
        try
        {
            root.Refresh();
            return root.HasExited ? null : new ProcessUse(root.WorkingSet64, root.TotalProcessorTime, [(root.Id, 0)]);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<Entry> ReadLinux()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && ReadStat(id, folder + "/stat") is { } entry)
                yield return entry;
        }
    }

    // proc(5): after the name in parentheses come state (3), ppid (4), …, utime (14), stime (15), …, starttime (22), vsize (23), rss (24).
    private static Entry? ReadStat(int id, string file)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        long Number(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
        return fields[0] is "Z" or "X"
            ? null
            : new Entry(id, (int)Number(4), Number(14) + Number(15), Number(24), Number(22));
    }

    private sealed record Entry(int Id, int Parent, long CpuTicks, long ResidentPages, long Started);
}
