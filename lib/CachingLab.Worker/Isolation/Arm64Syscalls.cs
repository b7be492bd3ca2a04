namespace CachingLab.Worker.Isolation;

/// <summary>
/// The numbers of system calls on arm64, from Linux' include/uapi/asm-generic/unistd.h.
/// It has no fork, vfork, open, chmod and the like, but clone and the *at calls.
/// </summary>
internal static class Arm64Syscalls
{
    /// <summary>The kernel's id of this architecture: AUDIT_ARCH_* in include/uapi/linux/audit.h.</summary>
    public const uint Architecture = 0xC00000B7;

    /// <summary>The calls that the filter names, without those in <see cref="SyscallNumbers.Common"/>.</summary>
    public static IReadOnlyDictionary<string, uint> Numbers { get; } = new Dictionary<string, uint>
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
}
