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

    // From Linux' arch/x86/entry/syscalls/syscall_64.tbl: those that the filter names.
    private static readonly Dictionary<string, uint> X64 = new()
    {
        ["open"] = 2, ["ioctl"] = 16, ["shmget"] = 29, ["shmat"] = 30, ["shmctl"] = 31, ["socket"] = 41, ["socketpair"] = 53,
        ["clone"] = 56, ["fork"] = 57, ["vfork"] = 58, ["execve"] = 59, ["kill"] = 62, ["semget"] = 64, ["semop"] = 65, ["semctl"] = 66,
        ["msgget"] = 68, ["msgsnd"] = 69, ["msgrcv"] = 70, ["msgctl"] = 71, ["fcntl"] = 72, ["truncate"] = 76, ["chmod"] = 90,
        ["fchmod"] = 91, ["chown"] = 92, ["fchown"] = 93, ["lchown"] = 94, ["ptrace"] = 101, ["syslog"] = 103, ["rt_sigqueueinfo"] = 129,
        ["utime"] = 132, ["personality"] = 135, ["setpriority"] = 141, ["sched_setparam"] = 142, ["sched_setscheduler"] = 144,
        ["pivot_root"] = 155, ["prctl"] = 157, ["chroot"] = 161, ["sync"] = 162, ["acct"] = 163,
        ["settimeofday"] = 164, ["mount"] = 165, ["umount2"] = 166, ["swapon"] = 167, ["swapoff"] = 168, ["reboot"] = 169,
        ["sethostname"] = 170, ["setdomainname"] = 171, ["iopl"] = 172, ["ioperm"] = 173, ["init_module"] = 175, ["delete_module"] = 176,
        ["quotactl"] = 179, ["setxattr"] = 188, ["lsetxattr"] = 189, ["fsetxattr"] = 190, ["removexattr"] = 197, ["lremovexattr"] = 198,
        ["fremovexattr"] = 199, ["tkill"] = 200, ["sched_setaffinity"] = 203, ["io_setup"] = 206, ["semtimedop"] = 220,
        ["clock_settime"] = 227, ["tgkill"] = 234, ["utimes"] = 235, ["mq_open"] = 240, ["mq_unlink"] = 241, ["kexec_load"] = 246,
        ["add_key"] = 248, ["request_key"] = 249, ["keyctl"] = 250, ["ioprio_set"] = 251, ["inotify_init"] = 253, ["migrate_pages"] = 256,
        ["openat"] = 257, ["fchownat"] = 260, ["futimesat"] = 261, ["fchmodat"] = 268, ["unshare"] = 272, ["move_pages"] = 279,
        ["utimensat"] = 280, ["inotify_init1"] = 294, ["rt_tgsigqueueinfo"] = 297, ["perf_event_open"] = 298, ["fanotify_init"] = 300,
        ["prlimit64"] = 302, ["name_to_handle_at"] = 303, ["open_by_handle_at"] = 304, ["clock_adjtime"] = 305, ["syncfs"] = 306,
        ["setns"] = 308, ["process_vm_readv"] = 310, ["process_vm_writev"] = 311, ["kcmp"] = 312, ["finit_module"] = 313,
        ["sched_setattr"] = 314, ["seccomp"] = 317, ["memfd_create"] = 319, ["kexec_file_load"] = 320, ["bpf"] = 321, ["execveat"] = 322,
        ["userfaultfd"] = 323,
    };

    // From Linux' include/uapi/asm-generic/unistd.h. It has no fork, vfork, open, chmod and the like, but clone and the *at calls.
    private static readonly Dictionary<string, uint> Arm64 = new()
    {
        ["io_setup"] = 0, ["setxattr"] = 5, ["lsetxattr"] = 6, ["fsetxattr"] = 7, ["removexattr"] = 14, ["lremovexattr"] = 15,
        ["fremovexattr"] = 16, ["fcntl"] = 25, ["inotify_init1"] = 26, ["ioctl"] = 29, ["ioprio_set"] = 30, ["umount2"] = 39,
        ["mount"] = 40, ["pivot_root"] = 41, ["truncate"] = 45, ["chroot"] = 51, ["fchmod"] = 52, ["fchmodat"] = 53, ["fchownat"] = 54,
        ["fchown"] = 55, ["openat"] = 56, ["quotactl"] = 60, ["sync"] = 81, ["utimensat"] = 88, ["acct"] = 89, ["personality"] = 92,
        ["unshare"] = 97, ["kexec_load"] = 104, ["init_module"] = 105, ["delete_module"] = 106, ["clock_settime"] = 112, ["syslog"] = 116,
        ["ptrace"] = 117, ["sched_setparam"] = 118, ["sched_setscheduler"] = 119, ["sched_setaffinity"] = 122, ["kill"] = 129,
        ["tkill"] = 130, ["tgkill"] = 131, ["rt_sigqueueinfo"] = 138, ["setpriority"] = 140, ["reboot"] = 142, ["sethostname"] = 161,
        ["setdomainname"] = 162, ["prctl"] = 167, ["settimeofday"] = 170, ["mq_open"] = 180, ["mq_unlink"] = 181,
        ["msgget"] = 186, ["msgctl"] = 187, ["msgrcv"] = 188, ["msgsnd"] = 189, ["semget"] = 190, ["semctl"] = 191, ["semtimedop"] = 192,
        ["semop"] = 193, ["shmget"] = 194, ["shmctl"] = 195, ["shmat"] = 196, ["socket"] = 198, ["socketpair"] = 199, ["add_key"] = 217,
        ["request_key"] = 218, ["keyctl"] = 219, ["clone"] = 220, ["execve"] = 221, ["swapon"] = 224, ["swapoff"] = 225,
        ["migrate_pages"] = 238, ["move_pages"] = 239, ["rt_tgsigqueueinfo"] = 240, ["perf_event_open"] = 241, ["prlimit64"] = 261,
        ["fanotify_init"] = 262, ["name_to_handle_at"] = 264, ["open_by_handle_at"] = 265, ["clock_adjtime"] = 266, ["syncfs"] = 267,
        ["setns"] = 268, ["process_vm_readv"] = 270, ["process_vm_writev"] = 271, ["kcmp"] = 272, ["finit_module"] = 273,
        ["sched_setattr"] = 274, ["seccomp"] = 277, ["memfd_create"] = 279, ["bpf"] = 280, ["execveat"] = 281, ["userfaultfd"] = 282,
        ["kexec_file_load"] = 294,
    };

    /// <summary>The calls of the architecture that this process runs on; null when it is neither x86-64 nor arm64.</summary>
    /// <remarks>The kernel's ids of the architectures are AUDIT_ARCH_* in include/uapi/linux/audit.h.</remarks>
    public static SyscallNumbers? Here => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => new(0xC000003E, X64),
        System.Runtime.InteropServices.Architecture.Arm64 => new(0xC00000B7, Arm64),
        _ => null,
    };

    /// <summary>A call's number; null when the architecture has no such call.</summary>
    public uint? Find(string name) =>
        Common.TryGetValue(name, out uint number) || Own.TryGetValue(name, out number) ? number : null;
}
