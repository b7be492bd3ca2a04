namespace CachingLab.Worker.Isolation;

/// <summary>Restricts a child before any learner's code is loaded.</summary>
internal static class ChildWalls
{
    private const int Kill = 9;

    // The files in /proc that .NET reads besides its own process.
    private static readonly string[] MachineFacts = ["/proc/meminfo", "/proc/stat", "/proc/cpuinfo"];

    /// <summary>Sets the limits, puts up the walls that the parent could not, and changes to the work folder.</summary>
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
                SyscallFilter.Install();
        }

        Directory.SetCurrentDirectory(terms.WorkFolder);
    }

    /// <summary>
    /// The parent had to leave /proc readable because the child's own folder there has no name before it has an id. Landlock hides the secrets of other
    /// processes in any case, but not their command lines. It restricts single threads, so it is applied to the two that run a learner's code or start
    /// such threads: this one and the finalizer's.
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
        int error = finalizer != 0 ? finalizer : landlock.Restrict();
        if (error != 0)
            throw new InvalidOperationException($"landlock_restrict_self: error {error}");
    }

    // A separate method, so that no local variable keeps the object alive.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Leave(Action action) => _ = new Finalized(action);

    private sealed class Finalized(Action action)
    {
        ~Finalized() => action();
    }
}
