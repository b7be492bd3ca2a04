using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CachingLab.Grading.Isolation;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What code behind walls cannot do. Each act is tried for real, in a form that does no harm where it works.</summary>
public sealed class WallsTests
{
    private const string SystemCall = """
        static class Kernel
        {
            [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
            static extern nint Raw(nint n, nint a, nint b, nint c, nint d, nint e);
            public static string Call(long n, nint a = 0, nint b = 0, nint c = 0, nint d = 0, nint e = 0) =>
                Raw((nint)n, a, b, c, d, e) is var r and >= 0 ? $"returned {r}" : $"error {System.Runtime.InteropServices.Marshal.GetLastPInvokeError()}";
        }

        """;

    private static readonly string Solutions = Path.Combine(CourseFolder.Find(AppContext.BaseDirectory).Root, "solutions");

    [Fact]
    public void These_tests_are_not_skipped_where_walls_are_to_stand() =>
        Assert.True(Walls.Here.AreFull || Environment.GetEnvironmentVariable("CI") is null || !OperatingSystem.IsLinux(), Walls.Here.Missing);

    [Theory]
    [InlineData("File.ReadAllText(\"/etc/passwd\")")]
    [InlineData("Directory.GetFiles(SOLUTIONS)")]
    [InlineData("File.ReadAllText(Directory.GetCurrentDirectory() + \"/../../../..\" + SOLUTIONS + \"/01-cache-key.ipynb\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/root\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/home\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/tmp\")")]
    [InlineData("Directory.GetFileSystemEntries(\"../..\")")]
    [InlineData("Directory.GetFileSystemEntries(AppContext.BaseDirectory)")]
    [InlineData("File.ReadAllBytes(AppContext.BaseDirectory + \"/CachingLab.Grading.dll\")")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/environ\")")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/cmdline\")")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/status\")")]
    [InlineData("File.ReadAllText(\"/proc/PARENT/maps\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/proc/PARENT/fd\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/proc/PARENT/cwd/\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/proc/PARENT/root/\")")]
    [InlineData("File.ReadAllText(\"/proc/1/cmdline\")")]
    [InlineData("Directory.GetFileSystemEntries(\"/proc\")")]
    [InlineData("File.OpenWrite(\"/proc/self/mem\")")]
    [InlineData("File.OpenWrite(\"/proc/PARENT/oom_score_adj\")")]
    [InlineData("OnFinalizer(() => File.ReadAllText(\"/proc/PARENT/cmdline\"))")]
    [InlineData("Task.Run(() => File.ReadAllText(\"/proc/PARENT/cmdline\")).Result")]
    [InlineData("File.Create(\"/tmp/cachinglab-escape\")")]
    [InlineData("File.Create(\"/dev/shm/cachinglab-escape\")")]
    [InlineData("File.Create(\"/cachinglab-escape\")")]
    [InlineData("File.Create(\"../../cachinglab-escape\")")]
    [InlineData("File.Create(AppContext.BaseDirectory + \"/cachinglab-escape\")")]
    [InlineData("File.OpenWrite(AppContext.BaseDirectory + \"/CachingLab.dll\")")]
    [InlineData("Delete(AppContext.BaseDirectory + \"/CachingLab.dll\")")]
    [InlineData("File.CreateSymbolicLink(\"/tmp/cachinglab-escape\", \"x\")")]
    [InlineData("Through(File.CreateSymbolicLink(\"link\", \"/etc\").FullName + \"/passwd\")")]
    [InlineData("System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(AppContext.BaseDirectory + \"/CachingLab.dll\")")]
    [InlineData("System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, 1000)")]
    [InlineData("new System.Threading.Mutex(false, \"cachinglab-escape\")")]
    [InlineData("System.Diagnostics.Process.Start(\"/bin/sh\", \"-c true\")")]
    [InlineData("System.Diagnostics.Process.Start(Environment.ProcessPath, \"--version\")")]
    [InlineData("System.Diagnostics.Process.GetProcessById(PARENT).StartTime")]
    [InlineData("new System.Net.Sockets.TcpClient().ConnectAsync(\"127.0.0.1\", 1).Wait(100)")]
    [InlineData("new System.Net.Sockets.UdpClient()")]
    [InlineData("new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0)")]
    [InlineData("new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0)")]
    [InlineData("new System.IO.FileSystemWatcher(\".\") { EnableRaisingEvents = true }")]
    public async Task It_cannot(string act)
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        string code = act.Replace("PARENT", $"{Environment.ProcessId}", StringComparison.Ordinal).Replace("SOLUTIONS", $"\"{Solutions}\"", StringComparison.Ordinal);
        Ran ran = await Ran.CodeAsync($$"""
            object Through(string path) => File.ReadAllText(path);
            object Delete(string path) { File.Delete(path); return path; }
            object OnFinalizer(Func<object> act) { Late.Act = act; Late.Leave(); GC.Collect(); GC.WaitForPendingFinalizers(); return Late.Thrown is { } e ? throw e : 0; }
            class Late
            {
                public static Func<object> Act; public static Exception Thrown;
                public static void Leave() => new Late();
                ~Late() { try { Act(); } catch (Exception e) { Thrown = e; } }
            }
            try { object done = {{code}}; Console.WriteLine("it could: " + done); }
            catch (Exception e) { Console.WriteLine("refused: " + e); }
            """, walls: true);
        Assert.Matches("^refused: .*(denied|not permitted|EACCES|\\(13\\))", ran.Printed.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Every_call_of_the_list_is_refused_with_its_error()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        SyscallNumbers numbers = SyscallNumbers.Here!;
        (string Name, uint Number, ushort Error)[] all =
        [
            .. from refused in SyscallFilter.Refused
               from name in refused.Calls.Split(' ')
               where numbers.Find(name) is not null
               select (name, numbers.Find(name)!.Value, refused.Error),
        ];
        string calls = string.Concat(all.Select(c => $"Console.WriteLine(\"{c.Name}: \" + Kernel.Call({c.Number}));\n"));
        Ran ran = await Ran.CodeAsync(SystemCall + calls, walls: true);
        Assert.Equal(
            all.Select(c => $"{c.Name}: {(c.Error == 0 ? "returned 0" : $"error {c.Error}")}"),
            ran.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("kill", "PARENT, 0", 1)]
    [InlineData("kill", "-1, 0", 1)]
    [InlineData("kill", "0, 0", 1)]
    [InlineData("kill", "Environment.ProcessId, 0", 0)]
    [InlineData("tgkill", "PARENT, PARENT, 0", 1)]
    [InlineData("tgkill", "Environment.ProcessId, Environment.ProcessId, 0", 0)]
    [InlineData("prlimit64", "PARENT, 0, 0, 0", 1)]
    [InlineData("prlimit64", "0, 0, 0, 0", 0)]
    [InlineData("sched_setaffinity", "PARENT, 0, 0", 1)]
    [InlineData("clone", "17, 0", 1)]
    [InlineData("clone", "0x10020000, 0", 1)]
    [InlineData("clone", "0x10010000, 0", 1)]
    [InlineData("prctl", "1, 0", 22)]
    [InlineData("prctl", "4, 0", 22)]
    [InlineData("prctl", "22, 1", 22)]
    [InlineData("ioctl", "0, 0x5412", 25)]
    [InlineData("ioctl", "0, 0x8901", 25)]
    [InlineData("fcntl", "0, 8, PARENT", 1)]
    [InlineData("fcntl", "0, 15, 0", 1)]
    [InlineData("fcntl", "0, 10, 9", 1)]
    [InlineData("fcntl", "0, 1024, 0", 1)]
    public async Task A_call_reaches_nobody_but_itself(string call, string arguments, int error)
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        string asked = arguments.Replace("PARENT", $"{Environment.ProcessId}", StringComparison.Ordinal);
        Ran ran = await Ran.CodeAsync($"{SystemCall}Console.WriteLine(Kernel.Call({SyscallNumbers.Here!.Find(call)}, {asked}));", walls: true);
        Assert.Equal(error == 0 ? "returned 0" : $"error {error}", ran.Printed.Trim());
    }

    [Theory]
    [InlineData(0x40000000 + 39)]
    [InlineData(451)]
    [InlineData(100_000)]
    public async Task Calls_with_numbers_that_are_not_known_are_not_there(int number)
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Ran ran = await Ran.CodeAsync($"{SystemCall}Console.WriteLine(Kernel.Call({number}));", walls: true);
        Assert.Equal("error 38", ran.Printed.Trim());
    }

    [Fact]
    public async Task A_call_by_another_architecture_s_numbers_ends_the_process()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture is Architecture.X64, "int 0x80 is x86's");

        // mov eax, 20 (getpid in 32 bits); int 0x80; ret
        Ran ran = await Ran.CodeAsync("""
            static unsafe class Old
            {
                [System.Runtime.InteropServices.DllImport("libc")] static extern byte* mmap(nint at, nint length, int access, int flags, int file, nint from);
                public static int Call()
                {
                    byte* code = mmap(0, 4096, 7, 0x22, -1, 0);
                    new byte[] { 0xb8, 20, 0, 0, 0, 0xcd, 0x80, 0xc3 }.CopyTo(new Span<byte>(code, 8));
                    return ((delegate* unmanaged<int>)code)();
                }
            }
            Console.WriteLine(Old.Call());
            """, walls: true);
        Assert.Equal(128 + 31, ran.End?.ExitCode);
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_cannot_be_changed_as_its_owner_could()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        string file = Path.Combine(AppContext.BaseDirectory, "CachingLab.Worker.deps.json");
        UnixFileMode mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);
        (DateTime Written, long Length) before = (File.GetLastWriteTimeUtc(file), new FileInfo(file).Length);
        Ran ran = await Ran.CodeAsync($$"""
            {{SystemCall}}
            File.SetUnixFileMode("{{file}}", UnixFileMode.None);
            using (var open = File.OpenRead("{{file}}")) File.SetUnixFileMode(open.SafeFileHandle, UnixFileMode.None);
            File.SetLastWriteTimeUtc("{{file}}", DateTime.UnixEpoch);
            nint path = System.Runtime.InteropServices.Marshal.StringToCoTaskMemUTF8("{{file}}");
            Console.WriteLine(Kernel.Call({{SyscallNumbers.Here!.Find("truncate")}}, path, 0));
            Console.WriteLine(Kernel.Call({{SyscallNumbers.Here!.Find("openat")}}, -100, path, 0x200));
            """, walls: true);
        Assert.Null(ran.Error);
        Assert.Equal("error 1\nerror 1\n", ran.Printed);
        Assert.Equal(before, (File.GetLastWriteTimeUtc(file), new FileInfo(file).Length));
        Assert.True(OperatingSystem.IsWindows() || mode == File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task It_reaches_nobody_who_listens()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Ran ran = await Ran.CodeAsync($"new System.Net.Sockets.TcpClient().Connect(\"127.0.0.1\", {((IPEndPoint)listener.LocalEndpoint).Port});", walls: true);
        Assert.Equal("System.Net.Sockets.SocketException", ran.Error!.TypeNames[0]);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("File.OpenHandle(i + \"\", FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)", "File.Delete(i + \"\")")]
    [InlineData("File.OpenHandle(i + \"\", FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)", "Rename(i + \"new\", i + \"\")")]
    [InlineData("File.OpenHandle(\"x\", FileMode.Create, FileAccess.ReadWrite, options: FileOptions.DeleteOnClose)", "File.Delete(\"x\")")]
    public async Task Files_that_are_deleted_and_held_open_count(string open, string delete)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a file that is open keeps its name, or is not looked for");
        Ran ran = await Ran.CodeAsync($$"""
            static class C { [System.Runtime.InteropServices.DllImport("libc")] public static extern int rename(string from, string to); }
            void Rename(string from, string to) { File.WriteAllText(from, ""); C.rename(from, to); }
            var held = new System.Collections.Generic.List<object>();
            for (int i = 0; i < 200; i++)
            {
                var file = {{open}};
                held.Add(file);
                RandomAccess.Write(file, new byte[1024 * 1024], 0);
                {{delete}};
            }
            System.Threading.Thread.Sleep(-1);
            """, walls: true, new SandboxLimits { DiskBytes = 16 * 1024 * 1024 });
        Assert.True(ran.End?.Reason is SandboxEndReason.Disk, $"{ran} {ran.Error?.TypeNames[0]}");
    }

    [Fact]
    public async Task Files_that_are_deleted_and_held_by_a_map_alone_count()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a file that is mapped keeps its name");
        Ran ran = await Ran.CodeAsync("""
            static class C { [System.Runtime.InteropServices.DllImport("libc")] public static extern nint mmap(nint at, nint length, int access, int flags, nint file, nint from); }
            using (var file = File.OpenHandle("x", FileMode.Create, FileAccess.ReadWrite))
            {
                RandomAccess.Write(file, new byte[1024 * 1024], 0);
                C.mmap(0, 4096, 1, 2, file.DangerousGetHandle(), 0);
            }
            File.Delete("x");
            System.Threading.Thread.Sleep(-1);
            """, walls: true);
        Assert.Equal(SandboxEndReason.Disk, ran.End?.Reason);
    }

    [Fact]
    public async Task Threads_without_end_are_stopped()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "threads are counted on Linux alone");
        Ran ran = await Ran.CodeAsync("""
            for (int i = 0; i < 3_000; i++)
                new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1), 65536) { IsBackground = true }.Start();
            System.Threading.Thread.Sleep(-1);
            """, walls: true, new SandboxLimits { MemoryBytes = 2L * 1024 * 1024 * 1024 });
        Assert.Equal(SandboxEndReason.Threads, ran.End?.Reason);
    }
}
