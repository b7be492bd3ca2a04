using CachingLab.Cli.Commands;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Diagnostics;

namespace CachingLab.Cli.Tests.Diagnostics;

public sealed class DoctorTests : IDisposable
{
    // For a busy machine; who waits for one that hangs asks for less.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly CourseCopy course = new();
    private readonly string home = Directory.CreateTempSubdirectory("lab-home-").FullName;
    private readonly string bin;

    public DoctorTests()
    {
        bin = Directory.CreateDirectory(Path.Combine(home, "bin")).FullName;
        Library("CachingLab", "setup.csx");
        Library("CachingLab.Production", "setup-production.csx");
        Command("dotnet", "echo 10.0.123");
    }

    public void Dispose()
    {
        course.Dispose();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task On_a_machine_that_has_what_is_needed_all_else_is_missing_with_a_reason_and_a_command()
    {
        IReadOnlyList<Finding> findings = await Examine();
        Assert.DoesNotContain(findings, f => f.State is FindingState.Broken);
        Assert.All(findings.Where(f => f.State is FindingState.Missing), f => Assert.NotEmpty(f.Says));
        Assert.Contains(findings, f => f is { Topic: "Jupyter", State: FindingState.Missing, Cure: not null });
        Assert.Contains(findings, f => f is { Topic: "notebooks", State: FindingState.Good });
        var console = new TestConsole(80);
        Assert.Equal(0, await DoctorCommand.RunAsync(course.Open(), Machine(), console.Console, Patience, TestContext.Current.CancellationToken));
        Assert.All(console.Text.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public async Task What_is_needed_and_broken_is_said_with_its_cure_and_exits_1()
    {
        Command("dotnet", "exit 1");
        File.Delete(Path.Combine(course.Root, "lib", "setup.csx"));
        File.Delete(course.FileOf("02-memory-cache"));
        await File.WriteAllTextAsync(course.FileOf("03-file-cache"), "{ half", TestContext.Current.CancellationToken);
        Finding[] broken = [.. (await Examine()).Where(f => f.State is FindingState.Broken)];
        Assert.Equal([".NET SDK", "build", "notebooks", "notebooks"], broken.Select(f => f.Topic));
        Assert.All(broken, f => Assert.NotNull(f.Cure));
        Assert.Equal(1, await DoctorCommand.RunAsync(course.Open(), Machine(), new TestConsole(80).Console, Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_setup_file_of_part_two_is_told_by_its_name()
    {
        File.Delete(Path.Combine(course.Root, "lib", "setup-production.csx"));
        Finding build = Assert.Single(await Examine(), f => f.Topic == "build" && f.State is FindingState.Broken);
        Assert.Contains("lib/setup-production.csx is missing", build.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"/nowhere/CachingLab.dll\"", "not there")]
    [InlineData("// nothing", "names no library")]
    public async Task A_setup_file_that_points_nowhere_is_told(string text, string says)
    {
        await File.WriteAllTextAsync(Path.Combine(course.Root, "lib", "setup.csx"), text, TestContext.Current.CancellationToken);
        Finding build = Assert.Single(await Examine(), f => f.Topic == "build" && f.State is FindingState.Broken);
        Assert.Contains(says, build.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_of_another_clone_and_a_stale_one_are_told()
    {
        string source = Path.Combine(course.Root, "lib", "CachingLab", "Check.cs");
        await File.WriteAllTextAsync(source, "", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddHours(1));
        Assert.Contains("older than lib/CachingLab/Check.cs", (await Build()).Says, StringComparison.Ordinal);
        string other = Path.Combine(home, "CachingLab.dll");
        await File.WriteAllTextAsync(other, "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(course.Root, "lib", "setup.csx"), $"#r \"{other}\"", TestContext.Current.CancellationToken);
        Assert.Contains("another clone", (await Build()).Says, StringComparison.Ordinal);

        async Task<Finding> Build() => (await Examine()).Single(f => f.Topic == "build" && f.State is not FindingState.Good);
    }

    [Theory]
    [InlineData(typeof(DoctorTests), FindingState.Missing)] // IL, as Roslyn comes.
    [InlineData(typeof(object), FindingState.Good)] // Native code, as all of the framework.
    public void A_compiler_that_is_no_native_code_is_told_with_a_cure(Type type, object state)
    {
        File.Copy(type.Assembly.Location, Path.Combine(bin, "Microsoft.CodeAnalysis.CSharp.dll"));
        Finding compiler = Setup.Compiler(bin);
        Assert.Equal(state, compiler.State);
        Assert.Equal(compiler.State is FindingState.Missing, compiler.Cure is not null);
    }

    [Fact]
    public async Task A_verso_file_and_an_old_course_version_are_noticed()
    {
        course.Open().Pristine.RecordFirstUse();
        course.Publish("05-cached-call", n => n.WithCells(n.Cells.Select(c => c.Id == "title" ? c.WithSource("New.") : c)));
        string verso = Path.ChangeExtension(course.FileOf("01-cache-key"), ".verso");
        await File.WriteAllTextAsync(verso, "{}", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(verso, DateTime.UtcNow.AddHours(1));
        string[] notices = [.. (await Examine()).Where(f => f.State is FindingState.Notice).Select(f => f.Says)];
        Assert.Contains(notices, n => n.Contains("01-cache-key.verso is newer", StringComparison.Ordinal));
        Assert.Contains(notices, n => n.Contains("newer than your copies of 05-cached-call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Engines_are_found_by_extension_folder_by_command_and_by_kernel()
    {
        Directory.CreateDirectory(Path.Combine(home, ".vscode-server", "extensions", "datafication.verso-notebook-1.2.3"));
        Command("clrkernel", "exit 0");
        Command("jupyter", "echo '  .net-csharp   /somewhere'");
        IReadOnlyList<Finding> findings = await Examine();
        Assert.Equal(
            ["ClrKernel command", "Jupyter", "Verso"],
            findings.Where(f => f.State is FindingState.Good && f.Topic is "Verso" or "Jupyter" or "ClrKernel command" or "Verso command")
                .Where(f => f.State is FindingState.Good).Select(f => f.Topic).Order());
        Assert.Contains(findings, f => f is { Topic: "Polyglot Notebooks", Cure: "code --install-extension ms-dotnettools.dotnet-interactive-vscode" });
    }

    [Fact]
    public async Task A_look_that_hangs_is_given_up_and_the_others_are_shown()
    {
        Command("jupyter", "exec sleep 3600");
        IReadOnlyList<Finding> findings = await Examine(TimeSpan.FromSeconds(5)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Contains(findings, f => f is { Topic: "Jupyter", State: FindingState.Notice } && f.Says.Contains("no answer", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Topic: "build", State: FindingState.Good });
    }

    private Machine Machine() => new(home, bin);

    private Task<IReadOnlyList<Finding>> Examine(TimeSpan? patience = null) =>
        new Doctor(course.Open(), Machine(), patience ?? Patience).ExamineAsync(TestContext.Current.CancellationToken);

    private void Library(string project, string setup)
    {
        string library = Path.Combine(course.Root, "lib", project, "bin", project + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        File.WriteAllText(library, "");
        File.WriteAllText(Path.Combine(course.Root, "lib", setup), $"// Written by the build\n#r \"{library}\"\n");
    }

    private void Command(string name, string script) => ShellScript.Write(Path.Combine(bin, name), script);
}
