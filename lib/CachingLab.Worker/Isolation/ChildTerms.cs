using System.Globalization;

namespace CachingLab.Worker.Isolation;

/// <summary>The arguments on a child's command line.</summary>
/// <param name="In">The handle of the pipe that it reads its parent's messages from.</param>
/// <param name="Out">The handle of the pipe that it writes its own messages to.</param>
/// <param name="Walls">The walls, which its parent or the child itself puts up.</param>
/// <param name="Readable">The files and folders that it can read behind walls.</param>
public sealed record ChildTerms(
    string In, string Out, string WorkFolder, WallParts Walls, ResourceLimits Limits, IReadOnlyList<string> Readable)
{
    public IEnumerable<string> ToArguments() =>
        [In, Out, WorkFolder, Text((int)Walls), Text(Limits.CpuSeconds), Text(Limits.FileBytes), .. Readable];

    /// <summary>Reads the arguments; null when they are not those of <see cref="ToArguments"/>.</summary>
    public static ChildTerms? TryRead(string[] arguments) =>
        arguments is [var input, var output, var folder, var walls, var seconds, var bytes, .. var readable]
        && int.TryParse(walls, CultureInfo.InvariantCulture, out int parts)
        && long.TryParse(seconds, CultureInfo.InvariantCulture, out long cpu)
        && long.TryParse(bytes, CultureInfo.InvariantCulture, out long file)
            ? new ChildTerms(input, output, folder, (WallParts)parts, new ResourceLimits(cpu, file), readable)
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The kernel's restrictions on a child.</summary>
[Flags]
public enum WallParts
{
    None = 0,

    /// <summary>Landlock: no files but its own folder and what .NET reads.</summary>
    Files = 1,

    /// <summary>The seccomp filter: no network, no other processes.</summary>
    Calls = 2,

    All = Files | Calls,
}

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
