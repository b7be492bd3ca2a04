using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using CachingLab.Worker.Isolation;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]

namespace CachingLab.Grading.Isolation;

/// <summary>
/// A program to start with posix_spawn(3). Everything is prepared in memory because the starting thread is restricted by then. .NET's own Process
/// could create runtime threads there, which would stay restricted.
/// </summary>
internal sealed unsafe partial class PosixSpawn : IDisposable
{
    // Larger than the structures of any C library.
    private const int StructureBytes = 1024;
    private const short NewSession = 0x80;
    private const int DuplicateAbove = 1030;
    private const int FirstFree = 10;
    private const uint CapabilityVersion = 0x20080522;

    // Links the functions now, because a restricted thread cannot look for files.
    static PosixSpawn() => Marshal.PrelinkAll(typeof(PosixSpawn));

    private readonly byte* actions = (byte*)NativeMemory.AllocZeroed(StructureBytes);
    private readonly byte* attributes = (byte*)NativeMemory.AllocZeroed(StructureBytes);
    private readonly List<nint> texts = [];
    private readonly List<int> descriptors = [];
    private readonly byte* file;
    private readonly byte** arguments;
    private readonly byte** environment;

    /// <summary>
    /// Prepares a program. The arguments are without its name; the environment has texts as <c>NAME=value</c>. The descriptors that are passed become
    /// the child's descriptors 1, 2, 3 and so on; 0 is /dev/null.
    /// </summary>
    public PosixSpawn(string file, IEnumerable<string> arguments, IEnumerable<string> environment, params ReadOnlySpan<int> inherited)
    {
        this.file = Text(file);
        this.arguments = Texts(arguments.Prepend(file));
        this.environment = Texts(environment);
        Check(InitializeActions(actions));
        Check(InitializeAttributes(attributes));
        Check(SetFlags(attributes, NewSession));
        Check(AddOpen(actions, 0, Text("/dev/null"), 0, 0));
        int number = 0;
        foreach (int descriptor in inherited)
        {
            // Duplicates to numbers above those that the child gets.
            int copy = (int)Libc.Checked(Control(descriptor, DuplicateAbove, FirstFree), "fcntl");
            descriptors.Add(copy);
            Check(AddDuplicate(actions, copy, ++number));
        }
    }

    /// <summary>Starts the program from the calling thread, without any help of the runtime.</summary>
    /// <param name="rules">The rules that restrict the thread first, or null.</param>
    /// <param name="unprivileged">Whether the thread first gives up root's privileges.</param>
    /// <param name="id">The process's id.</param>
    /// <returns>The error's number, or 0.</returns>
    public int Start(Landlock? rules, bool unprivileged, out int id)
    {
        id = 0;
        if (rules?.Restrict() is { } error and not 0)
            return error;
        if (unprivileged)
        {
            var header = new CapabilityHeader { Version = CapabilityVersion };
            var none = default(CapabilityData);
            _ = SetCapabilities(&header, &none);
        }

        fixed (int* result = &id)
            return Spawn(result, file, actions, attributes, arguments, environment);
    }

    public void Dispose()
    {
        _ = DestroyActions(actions);
        _ = DestroyAttributes(attributes);
        NativeMemory.Free(actions);
        NativeMemory.Free(attributes);
        NativeMemory.Free(arguments);
        NativeMemory.Free(environment);
        texts.ForEach(t => NativeMemory.Free((void*)t));
        descriptors.ForEach(d => _ = Libc.Close(d));
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new Win32Exception(error);
    }

    private byte** Texts(IEnumerable<string> all)
    {
        string[] list = [.. all];
        var pointers = (byte**)NativeMemory.AllocZeroed((nuint)list.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < list.Length; i++)
            pointers[i] = Text(list[i]);
        return pointers;
    }

    private byte* Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var copy = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(copy, bytes.Length));
        texts.Add((nint)copy);
        return copy;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int Spawn(int* id, byte* file, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitializeActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen")]
    private static partial int AddOpen(byte* actions, int descriptor, byte* path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(byte* actions, int descriptor, int number);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitializeAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "capset")]
    private static partial int SetCapabilities(CapabilityHeader* header, CapabilityData* data);

    // include/uapi/linux/capability.h: in this version the data is two sets of three words.
    private struct CapabilityHeader
    {
        public uint Version;
        public int Process;
    }

    [StructLayout(LayoutKind.Sequential, Size = 24)]
    private struct CapabilityData
    {
    }
}
