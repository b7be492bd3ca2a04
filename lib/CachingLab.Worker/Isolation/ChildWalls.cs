namespace CachingLab.Worker.Isolation;

/// <summary>What a child does to itself before any code of a learner's is loaded.</summary>
internal static class ChildWalls
{
    private const int Kill = 9;

    // What .NET reads of /proc beside its own process.
    private static readonly string[] MachineFacts = ["/proc/meminfo", "/proc/stat", "/proc/cpuinfo"];

    /// <summary>Goes to its folder, bounds itself, and closes the walls that its parent could not close.</summary>
    public static void Close(ChildTerms terms)
    {
        if (!OperatingSystem.IsWindows())
            terms.Limits.Apply();
        if (OperatingSystem.IsLinux())
        {
            Libc.Checked(Libc.Prctl(Libc.SetParentDeathSignal, Kill, 0, 0, 0), "prctl");
            if (terms.Walls.HasFlag(WallParts.Files))
                HideOtherProcesses(terms.Readable);
            if (terms.Walls.HasFlag(WallParts.Calls))
                SyscallFilter.Install(allThreads: true);
        }

        Directory.SetCurrentDirectory(terms.WorkFolder);
    }

    /// <summary>
    /// The parent had to leave /proc open, for a process finds itself there only once it has a number; what is secret there Landlock keeps from
    /// it all the same, but not the command lines of others. Landlock holds single threads, and two run a learner's code or start those that do:
    /// this one and the finalizer's.
    /// </summary>
    private static void HideOtherProcesses(IReadOnlyList<string> readable)
    {
        using var landlock = Landlock.Reading();
        foreach (string path in readable.Concat(MachineFacts).Append("/proc/self"))
            landlock.Allow(path, Landlock.ReadFile | Landlock.ReadFolder);
        int finalizer = -1;
        Leave(() => finalizer = landlock.Restrict());
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (finalizer != 0 || landlock.Restrict() is not 0)
            throw new InvalidOperationException($"landlock_restrict_self: error {finalizer}");
    }

    // In a method of its own: nothing here holds the object when it returns.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Leave(Action action) => _ = new Finalized(action);

    private sealed class Finalized(Action action)
    {
        ~Finalized() => action();
    }
}
