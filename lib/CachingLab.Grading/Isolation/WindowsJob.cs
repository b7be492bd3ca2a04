using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// A job object around one child process: the child cannot start another process, its memory is bounded, and it ends when this process ends.
/// See JOBOBJECT_EXTENDED_LIMIT_INFORMATION in winnt.h.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe partial class WindowsJob : IDisposable
{
    private const int ExtendedLimits = 9;
    private const uint ActiveProcesses = 0x8, ProcessMemory = 0x100, DieOnUnhandledException = 0x400, KillOnClose = 0x2000;
    private readonly SafeFileHandle job;

    public WindowsJob(SafeProcessHandle process, long memoryBytes)
    {
        job = Create(0, 0);
        var limits = new Limits
        {
            Flags = ActiveProcesses | ProcessMemory | DieOnUnhandledException | KillOnClose,
            MostProcesses = 1,

            // The job bounds committed memory, of which a .NET process has more than it uses. The watch checks the resident memory.
            ProcessMemory = (nuint)(memoryBytes * 4),
        };
        if (job.IsInvalid || !Set(job, ExtendedLimits, &limits, (uint)sizeof(Limits)) || !Assign(job, process))
            throw new Win32Exception();
    }

    public void Dispose() => job.Dispose();

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    private static partial SafeFileHandle Create(nint attributes, nint name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Set(SafeFileHandle job, int kind, Limits* limits, uint length);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Assign(SafeFileHandle job, SafeProcessHandle process);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint MostProcesses;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public fixed ulong InputAndOutput[6];
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
