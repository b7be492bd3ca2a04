using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What code in a sandbox sees and may do, with walls and without.</summary>
public sealed class SandboxProcessTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_environment_holds_nothing_of_the_grader_s(bool walls)
    {
        Assert.SkipWhen(walls && Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Environment.SetEnvironmentVariable("LAB_TEST_TOKEN", "a secret");
        try
        {
            Ran ran = await Ran.CodeAsync("foreach (System.Collections.DictionaryEntry e in Environment.GetEnvironmentVariables()) Console.WriteLine(e.Key);", walls);
            string[] names = ran.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] known =
            [
                "PATH", "HOME", "USERPROFILE", "DOTNET_CLI_HOME", "TMPDIR", "TMP", "TEMP", "LANG", "LD_LIBRARY_PATH", "SystemRoot",
            ];
            Assert.Contains("HOME", names);
            Assert.All(names, n => Assert.True(known.Contains(n) || n.StartsWith("DOTNET_", StringComparison.Ordinal), n));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LAB_TEST_TOKEN", null);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Standard_input_is_at_its_end_and_the_folder_empty(bool walls)
    {
        Assert.SkipWhen(walls && Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Ran ran = await Ran.CodeAsync(
            "Console.WriteLine(Console.In.ReadToEnd().Length);\nConsole.WriteLine(System.IO.Directory.GetFileSystemEntries(\".\").Length);", walls);
        Assert.Equal("0\n0\n", ran.Printed.ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(ran.Folder));
    }

    [Theory]
    [InlineData("../tmp/")]
    [InlineData("../home/")]
    [InlineData("")]
    public async Task Behind_walls_what_lies_in_any_of_its_folders_counts(string folder)
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        SandboxEnd end = await FillAsync($"\"{folder}\" + i", walls: true);
        Assert.Equal(SandboxEndReason.Disk, end.Reason);
    }

    [Fact]
    public async Task One_file_cannot_grow_beyond_the_limit_even_before_anybody_looks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the kernel's limit on file sizes is tested on Linux alone");
        Ran ran = await Ran.CodeAsync("""
            using (var file = System.IO.File.Create("big"))
            {
                for (int i = 0; i < 64; i++)
                    file.Write(new byte[1024 * 1024]);
            }
            """, walls: false, new SandboxLimits { DiskBytes = 8 * 1024 * 1024 });
        Assert.True(ran.Error is not null || ran.End is { Reason: SandboxEndReason.Disk } or { ExitCode: 153 }, ran.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Folders_closed_to_everybody_and_links_are_removed_all_the_same(bool walls)
    {
        Assert.SkipWhen(walls && Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "folders have no such modes there");
        string kept = Directory.CreateDirectory(Path.Combine(Machine.Temporary, "kept")).FullName;
        await File.WriteAllTextAsync(Path.Combine(kept, "file"), "", TestContext.Current.CancellationToken);
        Ran ran = await Ran.CodeAsync($"""
            System.IO.Directory.CreateDirectory("a/b/c");
            System.IO.File.WriteAllText("a/b/c/file", "");
            System.IO.Directory.CreateSymbolicLink("a/link", "{kept}");
            System.IO.File.SetUnixFileMode("a/b", System.IO.UnixFileMode.None);
            """, walls);
        Assert.Null(ran.Error);
        Assert.False(Directory.Exists(ran.Folder));
        Assert.True(File.Exists(Path.Combine(kept, "file")));
        Directory.Delete(kept, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_stopped_while_it_writes_leaves_nothing(bool walls)
    {
        Assert.SkipWhen(walls && Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Ran ran = await Ran.CodeAsync("""
            System.Threading.Tasks.Parallel.For(0, 4, n =>
            {
                for (int i = 0; ; i++)
                    System.IO.File.WriteAllText(System.IO.Directory.CreateDirectory($"{n}/{i % 40}").FullName + $"/{i % 90}", new string('x', 512));
            });
            """, walls, new SandboxLimits { DiskBytes = 1024 });
        Assert.Equal(SandboxEndReason.Disk, ran.End?.Reason);
        Assert.False(Directory.Exists(ran.Folder));
    }

    [Theory]
    [InlineData("echo x > $(printf 'no-text-\\377')")]
    [InlineData("name=$(printf '%0200d' 7); i=0; while [ $i -lt 30 ]; do mkdir $name; cd -P $name; i=$((i + 1)); done")]
    [InlineData("mkdir $(printf 'no-text-\\377'); cd $(printf 'no-text-\\377'); head -c 2000 /dev/zero > file")]
    [InlineData("mkdir $(printf 'no-text-\\377') $(printf 'no-text-\\357\\277\\275'); cd $(printf 'no-text-\\377'); head -c 2000 /dev/zero > file")]
    public async Task What_cannot_be_counted_counts_as_too_much_and_is_removed_all_the_same(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere the system takes no such names");
        Ran ran = await Ran.CodeAsync(
            $$""""System.Diagnostics.Process.Start("sh", new[] { "-c", """{{script}}; sleep 60""" }).WaitForExit();"""",
            walls: false,
            new SandboxLimits { DiskBytes = 1024 });
        Assert.Equal(SandboxEndReason.Disk, ran.End?.Reason);
        Assert.False(Directory.Exists(ran.Folder));
    }

    [Fact]
    public async Task A_name_that_is_no_text_made_behind_walls_is_removed_all_the_same()
    {
        Assert.SkipWhen(Ran.NoWalls is not null, Ran.NoWalls ?? "");
        Ran ran = await Ran.CodeAsync("""
            static class C { [System.Runtime.InteropServices.DllImport("libc")] public static extern int mkdir(byte[] path, int mode); }
            Console.WriteLine(C.mkdir(new byte[] { 65, 255, 0 }, 511));
            """, walls: true);
        Assert.True(ran.Printed.Trim() is "0" || ran.End is { Reason: SandboxEndReason.Disk }, ran.ToString());
        Assert.False(Directory.Exists(ran.Folder));
    }

    [Fact]
    public async Task Without_walls_what_it_started_ends_with_it_unless_that_left_its_session()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked for on Linux alone");
        await Ran.CodeAsync("for (int i = 0; i < 3; i++) System.Diagnostics.Process.Start(\"sleep\", \"300\");", walls: false);
        Assert.Empty(Machine.Processes());
    }

    [Fact]
    public async Task Disposing_twice_or_of_one_that_is_gone_is_no_harm()
    {
        var sandbox = new SandboxProcess(SandboxProgram.Cells, new SandboxLimits(), Walls.None);
        sandbox.Stop(SandboxEndReason.CpuTime);
        sandbox.Stop(SandboxEndReason.Memory);
        SandboxEnd end = await sandbox.Ended.WaitAsync(TestContext.Current.CancellationToken);
        await sandbox.DisposeAsync();
        Assert.Equal(SandboxEndReason.CpuTime, end.Reason);
        Assert.Null(end.ExitCode);
        Assert.False(Directory.Exists(sandbox.Folder));
    }

    private static async Task<SandboxEnd> FillAsync(string file, bool walls)
    {
        Ran ran = await Ran.CodeAsync($$"""
            for (int i = 0; i < 40; i++)
                System.IO.File.WriteAllBytes({{file}}, new byte[1024 * 1024]);
            System.Threading.Thread.Sleep(-1);
            """, walls, new SandboxLimits { DiskBytes = 16 * 1024 * 1024 });
        return ran.End!;
    }
}
