namespace CachingLab.Worker.Isolation;

/// <summary>The numbers of system calls on x86-64, from Linux' arch/x86/entry/syscalls/syscall_64.tbl.</summary>
internal static class X64Syscalls
{
    /// <summary>The kernel's id of this architecture: AUDIT_ARCH_* in include/uapi/linux/audit.h.</summary>
    public const uint Architecture = 0xC000003E;

    /// <summary>The calls that the filter names, without those in <see cref="SyscallNumbers.Common"/>.</summary>
    public static IReadOnlyDictionary<string, uint> Numbers { get; } = new Dictionary<string, uint>
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
}
