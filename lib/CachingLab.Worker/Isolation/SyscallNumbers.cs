using System.Runtime.InteropServices;

namespace CachingLab.Worker.Isolation;

/// <summary>The system calls of one architecture.</summary>
/// <param name="Own">The numbers that differ between architectures.</param>
internal sealed record SyscallNumbers(uint Architecture, IReadOnlyDictionary<string, uint> Own)
{
    /// <summary>The highest number known here (Linux 6.1). Later calls fail as on an older kernel: there is no such call.</summary>
    public const uint LastKnown = 450;

    /// <summary>The numbers from 424 on, which are the same on every architecture.</summary>
    public static IReadOnlyDictionary<string, uint> Common { get; } = new Dictionary<string, uint>
    {
        ["pidfd_send_signal"] = 424, ["io_uring_setup"] = 425, ["io_uring_enter"] = 426, ["io_uring_register"] = 427, ["open_tree"] = 428,
        ["move_mount"] = 429, ["fsopen"] = 430, ["fsconfig"] = 431, ["fsmount"] = 432, ["fspick"] = 433, ["pidfd_open"] = 434,
        ["clone3"] = 435, ["openat2"] = 437, ["pidfd_getfd"] = 438, ["process_madvise"] = 440, ["mount_setattr"] = 442,
        ["quotactl_fd"] = 443, ["memfd_secret"] = 447, ["process_mrelease"] = 448,
    };

    /// <summary>The calls of the architecture that this process runs on; null when it is neither x86-64 nor arm64.</summary>
    public static SyscallNumbers? Here => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => new(X64Syscalls.Architecture, X64Syscalls.Numbers),
        System.Runtime.InteropServices.Architecture.Arm64 => new(Arm64Syscalls.Architecture, Arm64Syscalls.Numbers),
        _ => null,
    };

    /// <summary>A call's number; null when the architecture has no such call.</summary>
    public uint? Find(string name) =>
        Common.TryGetValue(name, out uint number) || Own.TryGetValue(name, out number) ? number : null;
}
