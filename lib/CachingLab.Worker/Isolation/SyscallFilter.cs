namespace CachingLab.Worker.Isolation;

/// <summary>
/// The system calls that a child is refused. All others are allowed, because a list of those that .NET needs would break with its next version. Calls
/// with numbers that are not known here are refused too.
/// </summary>
internal static class SyscallFilter
{
    private const ushort NotPermitted = 1, NotATerminal = 25, Invalid = 22, NoSuchCall = 38, NotSupported = 95, Pretend = 0;
    private const uint Whole = uint.MaxValue;

    // clone(2): threads are allowed, new processes and namespaces are not.
    private const uint CloneThread = 0x10000, CloneNamespaces = 0x7e020000;

    // open(2): a file opened for reading can still be truncated, which Landlock only handles from version 3 on.
    private const uint OpenTruncate = 0x200, OpenAccess = 3;

    // prctl(2): names of threads and memory are allowed. PR_SET_DUMPABLE, for one, could hide this process from its parent.
    private static readonly uint[] ProcessOptions = [15, 16, 0x53564d41];

    // ioctl(2): requests to files, terminals and pipes (TCGETS, TCGETS2, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX, FIONCLEX), and FICLONE, FICLONERANGE.
    private static readonly uint[] DeviceRequests = [0x5401, 0x802c542a, 0x5413, 0x541b, 0x5421, 0x5451, 0x5450, 0x40049409, 0x4020940d];

    // fcntl(2): the receiver of a file's signals (F_SETOWN, F_SETOWN_EX, F_SETSIG), and leases, which make others wait for a file.
    private static readonly uint[] FileCommands = [8, 15, 10, 1024];

    /// <summary>The calls that are refused whatever their arguments, by the error that they fail with; 0 pretends success.</summary>
    public static IReadOnlyList<(ushort Error, string Calls)> Refused { get; } =
    [
        // Starting, signalling, inspecting or slowing down other processes. clone3 has its flags in memory, where no filter sees them; with
        // ENOSYS, the C library falls back to clone.
        (NotPermitted, "execve execveat fork vfork setns unshare tkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_getfd pidfd_send_signal"),
        (NotPermitted, "ptrace process_vm_readv process_vm_writev process_madvise process_mrelease kcmp migrate_pages move_pages"),
        (NotPermitted, "setpriority ioprio_set sched_setscheduler sched_setparam sched_setattr seccomp"),
        (NoSuchCall, "clone3"),

        // The network, and io_uring, whose operations no filter sees.
        (NotPermitted, "socket socketpair io_uring_setup io_uring_enter io_uring_register"),

        // Memory that is not counted for the process or that outlives it.
        (NotPermitted, "memfd_create memfd_secret userfaultfd shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semctl semtimedop mq_open mq_unlink"),

        // Resources of the whole machine or user, such as file watches, queues and disk synchronization.
        (NotPermitted, "inotify_init inotify_init1 fanotify_init io_setup sync syncfs keyctl add_key request_key bpf perf_event_open syslog personality"),

        // Calls that need privileges. The child has none, but the calls may have vulnerabilities.
        (NotPermitted, "mount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr quotactl quotactl_fd swapon swapoff"),
        (NotPermitted, "reboot kexec_load kexec_file_load init_module finit_module delete_module acct sethostname setdomainname iopl ioperm"),
        (NotPermitted, "settimeofday clock_settime clock_adjtime name_to_handle_at open_by_handle_at"),

        // Changes to read-only files that Landlock does not handle, such as by their owner.
        (NotPermitted, "truncate chown fchown lchown fchownat"),
        (NotSupported, "setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr"),
        (NoSuchCall, "openat2"),

        // The same, but File.Copy and harmless answers use these calls. They do nothing and pretend success.
        (Pretend, "chmod fchmod fchmodat utime utimes futimesat utimensat"),
    ];

    /// <summary>Installs the filter for all threads of this process.</summary>
    /// <exception cref="PlatformNotSupportedException">The numbers of this architecture's system calls are not known here.</exception>
    public static void Install()
    {
        SyscallNumbers numbers = SyscallNumbers.Here ?? throw new PlatformNotSupportedException("the filter is written for x86-64 and arm64");
        uint refuse = BpfProgram.Error(NotPermitted);
        var program = new BpfProgram(numbers.Architecture, SyscallNumbers.LastKnown, BpfProgram.Error(NoSuchCall));
        foreach ((ushort error, string calls) in Refused)
        {
            foreach (string call in calls.Split(' '))
            {
                if (numbers.Find(call) is { } number)
                    program.Refuse(number, BpfProgram.Error(error));
            }
        }

        // These calls are allowed for the own process only. Without privileges, limits can only be lowered.
        uint[] itself = [(uint)Environment.ProcessId];
        Only("clone", 0, CloneThread | CloneNamespaces, [CloneThread], refuse);
        Only("kill", 0, Whole, itself, refuse);
        Only("tgkill", 0, Whole, itself, refuse);
        Only("prlimit64", 0, Whole, [0, .. itself], refuse);
        Only("sched_setaffinity", 0, Whole, [0], refuse);
        Only("prctl", 0, Whole, ProcessOptions, BpfProgram.Error(Invalid));
        Only("ioctl", 1, Whole, DeviceRequests, BpfProgram.Error(NotATerminal));
        Never("fcntl", 1, Whole, FileCommands);
        Never("open", 1, OpenTruncate | OpenAccess, [OpenTruncate]);
        Never("openat", 2, OpenTruncate | OpenAccess, [OpenTruncate]);
        program.Install(numbers.Find("seccomp")!.Value);

        void Only(string call, uint argument, uint mask, uint[] values, uint others) =>
            program.Decide(numbers.Find(call)!.Value, argument, mask, values, BpfProgram.Allow, others);

        void Never(string call, uint argument, uint mask, uint[] values)
        {
            if (numbers.Find(call) is { } number)
                program.Decide(number, argument, mask, values, refuse, BpfProgram.Allow);
        }
    }
}
