namespace CachingLab.Worker.Isolation;

/// <summary>The limits that the kernel enforces on a child on Linux and macOS, in case the parent looks too late.</summary>
/// <param name="CpuSeconds">Processor time in seconds.</param>
/// <param name="FileBytes">The largest size of a file in bytes.</param>
public sealed record ResourceLimits(long CpuSeconds, long FileBytes)
{
    // getrlimit(2). The limit of open files has another number on macOS.
    private const int CpuTime = 0, FileSize = 1, CoreSize = 4;
    private const int MostOpenFiles = 1024;

    public unsafe void Apply()
    {
        // The soft limit is lower, so that its signal tells what happened.
        Set(CpuTime, CpuSeconds, CpuSeconds + 1);
        Set(FileSize, FileBytes, FileBytes);
        Set(OperatingSystem.IsMacOS() ? 8 : 7, MostOpenFiles, MostOpenFiles);

        // The value 1 is the only one that also prevents core dumps piped to a program, as on most desktops: core(5).
        Set(CoreSize, 1, 1);

        static void Set(int resource, long soft, long hard)
        {
            ulong* both = stackalloc ulong[] { (ulong)soft, (ulong)hard };
            Libc.Checked(Libc.SetLimit(resource, both), "setrlimit");
        }
    }
}
