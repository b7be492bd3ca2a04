using System.Runtime.InteropServices;

namespace CachingLab.Worker.Isolation;

/// <summary>
/// Linux' Landlock, which restricts the files that a thread and everything it starts can reach. It needs no privilege and cannot be undone.
/// Structures and numbers: include/uapi/linux/landlock.h.
/// </summary>
internal sealed unsafe class Landlock : IDisposable
{
    public const ulong Execute = 1, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3;

    /// <summary>The rights in a child's own folder: all but creating devices, sockets and named pipes, and running programs.</summary>
    public const ulong Own = WriteFile | ReadFile | ReadFolder | RemoveFolder | RemoveFile | MakeFolder | MakeFile | MakeLink | Refer | Truncate;
    private const ulong RemoveFolder = 1 << 4, RemoveFile = 1 << 5, MakeFolder = 1 << 7, MakeFile = 1 << 8, MakeLink = 1 << 12;
    private const ulong Refer = 1 << 13, Truncate = 1 << 14;

    // The rights that apply to a file. All apply to a folder.
    private const ulong OnFile = Execute | WriteFile | ReadFile | Truncate;
    private const int PathBeneath = 1;
    private const int VersionFlag = 1;
    private readonly ulong handled;
    private readonly int ruleset;

    private Landlock(Ruleset asked)
    {
        handled = asked.Files;
        ruleset = (int)Libc.Checked(Libc.Syscall(Libc.LandlockCreateRuleset, (nint)(&asked), sizeof(Ruleset), 0, 0), "landlock_create_ruleset");
    }

    /// <summary>The running kernel's version of Landlock; less than 1 when it is not available.</summary>
    public static int Version => (int)Libc.Syscall(Libc.LandlockCreateRuleset, 0, 0, VersionFlag, 0);

    /// <summary>Forbids all that this kernel can: files, TCP from version 4 on, and signals and abstract sockets from version 6 on.</summary>
    public static Landlock Everything()
    {
        int version = Version;
        ulong files = version switch
        {
            >= 5 => (1 << 16) - 1,
            >= 3 => (1 << 15) - 1,
            2 => (1 << 14) - 1,
            _ => (1 << 13) - 1,
        };
        return new Landlock(new Ruleset { Files = files, Network = version >= 4 ? 3UL : 0, Scoped = version >= 6 ? 3UL : 0 });
    }

    /// <summary>Forbids only reading.</summary>
    public static Landlock Reading() => new(new Ruleset { Files = ReadFile | ReadFolder });

    /// <summary>Allows rights below a path. A path that does not exist is ignored.</summary>
    public void Allow(string path, ulong access)
    {
        int descriptor = Libc.Open(path, Libc.OPath | Libc.CloseOnExec);
        if (descriptor < 0)
            return;
        try
        {
            var rule = new Rule { Access = access & handled & (Directory.Exists(path) ? ulong.MaxValue : OnFile), Descriptor = descriptor };
            if (rule.Access != 0)
                Libc.Checked(Libc.Syscall(Libc.LandlockAddRule, ruleset, PathBeneath, (nint)(&rule), 0), $"landlock_add_rule {path}");
        }
        finally
        {
            _ = Libc.Close(descriptor);
        }
    }

    /// <summary>Restricts the calling thread and what it starts to the allowed rights.</summary>
    /// <returns>The error's number, or 0. It is not an exception because a restricted thread may not be able to throw one.</returns>
    public int Restrict() =>
        Libc.Prctl(Libc.SetNoNewPrivileges, 1, 0, 0, 0) == 0 && Libc.Syscall(Libc.LandlockRestrictSelf, ruleset, 0, 0, 0) == 0
            ? 0
            : Marshal.GetLastPInvokeError();

    public void Dispose() => _ = Libc.Close(ruleset);

    // An earlier kernel accepts the longer structure when the fields that it does not know are 0.
    [StructLayout(LayoutKind.Sequential)]
    private struct Ruleset
    {
        public ulong Files;
        public ulong Network;
        public ulong Scoped;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Rule
    {
        public ulong Access;
        public int Descriptor;
    }
}
