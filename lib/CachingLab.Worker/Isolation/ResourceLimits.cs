namespace CachingLab.Worker.Isolation;

/// <summary>What the kernel itself bounds in a child, on Linux and macOS, should the parent look too late.</summary>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="FileBytes">The size of a file.</param>
public sealed record ResourceLimits(long CpuSeconds, long FileBytes)
{
    // getrlimit(2); the number of open files has another number on macOS.
    private const int CpuTime = 0, FileSize = 1, CoreSize = 4;
    private const int MostOpenFiles = 1024;

    /// <summary>Bounds this process.</summary>
    public unsafe void Apply()
    {
        // The lower limit comes first, so that its signal tells what happened.
        Set(CpuTime, CpuSeconds, CpuSeconds + 1);
        Set(FileSize, FileBytes, FileBytes);
        Set(OperatingSystem.IsMacOS() ? 8 : 7, MostOpenFiles, MostOpenFiles);

        // Not 0: a core dump that goes to a program, as on most desktops, is made all the same. 1 is the one value that prevents it: core(5).
        Set(CoreSize, 1, 1);

        static void Set(int resource, long soft, long hard)
        {
            ulong* both = stackalloc ulong[] { (ulong)soft, (ulong)hard };
            Libc.Checked(Libc.SetLimit(resource, both), "setrlimit");
        }
    }
}
