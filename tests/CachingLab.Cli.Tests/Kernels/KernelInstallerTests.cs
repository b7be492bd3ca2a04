using CachingLab.Cli.Kernels;

namespace CachingLab.Cli.Tests.Kernels;

public sealed class KernelInstallerTests : IDisposable
{
    private const string Foreign = """{"argv":["dotnet","interactive","jupyter","{connection_file}"],"display_name":"Mine"}""";
    private readonly KernelHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_restore_that_fails_is_told_in_one_line_and_registers_nothing()
    {
        home.Dotnet("""echo "Welcome!"; echo "x : error NU1301: no such host (nuget.example)" >&2; exit 1""");
        Assert.Equal("'dotnet tool restore' failed, and nothing was registered: x : error NU1301: no such host (nuget.example)", await Refused());
        Assert.False(Directory.Exists(home.Folder));
    }

    [Fact]
    public async Task A_package_without_its_program_registers_nothing()
    {
        File.Delete(home.Program);
        Assert.StartsWith("the.engine 1.2.3 was restored, but its program is not in ", await Refused(), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(home.Root, "packages"), recursive: true);
        Assert.StartsWith("the.engine 1.2.3 was restored, but ", await Refused(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(home.Folder));
    }

    [Theory]
    [InlineData("{ half", "pins no tool")]
    [InlineData("""{"tools":{"other":{"version":"1","commands":["other"]}}}""", "pins no tool")]
    [InlineData(null, "is missing")]
    public async Task A_manifest_that_names_no_engine_is_told(string? text, string says)
    {
        if (text is null)
            File.Delete(home.Manifest);
        else
            await File.WriteAllTextAsync(home.Manifest, text, TestContext.Current.CancellationToken);
        string said = await Refused();
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Contains("git checkout -- .config", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_one_line()
    {
        // A file in the folder's place stops the super-user too.
        home.Write("home/kernels", "");
        Assert.StartsWith("the kernelspec cannot be written: ", await Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Foreign, "it starts 'dotnet interactive jupyter'")]
    [InlineData("{ half", "it names no command")]
    [InlineData("[]", "it names no command")]
    public async Task Another_programs_kernelspec_stays_unless_forced_and_comes_back_on_removal(string text, string says)
    {
        home.Write(home.SpecFile, text);
        string said = await Refused();
        Assert.StartsWith($"{home.SpecFile} is there, and another program wrote it; {says}.", said, StringComparison.Ordinal);
        Assert.Contains("--force", said, StringComparison.Ordinal);
        Assert.Equal(text, Text());
        Assert.Contains(home.Desk().Remove(), l => l == $"Left {home.SpecFile}: another program wrote it.");
        Assert.Equal(text, Text());

        await Install(force: true);
        await Install(force: true);
        Assert.NotNull(home.Spec["metadata"]!["cachinglab"]);
        home.Desk().Remove();
        Assert.Equal(text, Text());

        string Text() => File.ReadAllText(home.SpecFile);
    }

    [Fact]
    public async Task The_kernelspec_starts_the_restored_tool_from_any_folder_and_names_the_notebooks_kernel()
    {
        Assert.Contains(await Install(), l => l.Contains($"{LabCall.Name} kernel --remove", StringComparison.Ordinal));
        string[] arguments = [.. home.Spec["argv"]!.AsArray().Select(a => (string)a!)];
        Assert.True(Path.IsPathRooted(arguments[0]) && File.Exists(arguments[0]), arguments[0]);
        Assert.Equal(Path.GetFileName(home.Program), Path.GetFileName(arguments[3]));
        Assert.True(Path.IsPathRooted(arguments[3]) && File.Exists(arguments[3]), arguments[3]);
        Assert.Equal(["jupyter", "--default-kernel", "csharp", "{connection_file}"], arguments[4..8]);
        Assert.Equal((".NET (C#)", "C#"), ((string)home.Spec["display_name"]!, (string)home.Spec["language"]!));
        Assert.Equal(".net-csharp", Path.GetFileName(Path.GetDirectoryName(home.SpecFile)));
    }

    [Fact]
    public async Task Its_own_kernelspec_is_updated_and_removed_and_nothing_else_is()
    {
        await Install();
        string first = await File.ReadAllTextAsync(home.SpecFile, TestContext.Current.CancellationToken);
        home.Write(home.SpecFile, first.Replace("App.dll", "Gone.dll", StringComparison.Ordinal));
        Assert.Contains(await Install(), l => l == $"Updated the kernelspec {home.SpecFile}");
        Assert.Equal(first, await File.ReadAllTextAsync(home.SpecFile, TestContext.Current.CancellationToken));
        string other = home.Write(Path.Combine(home.Folder, "python3", "kernel.json"), "{}");

        Assert.Contains(home.Desk().Remove(), l => l == $"Removed {home.SpecFile}");
        Assert.False(Directory.Exists(Path.GetDirectoryName(home.SpecFile)));
        Assert.True(File.Exists(other));
        Assert.StartsWith("There is no kernel .net-csharp in ", Assert.Single(home.Desk().Remove()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Jupyter_and_VS_Code_look_in_two_folders_both_get_it()
    {
        string second = Path.Combine(home.Root, "home", "second");
        IReadOnlyList<string> done = await home.Desk(home.Folder, second).InstallAsync(force: false, TestContext.Current.CancellationToken);
        Assert.Equal(2, done.Count(l => l.StartsWith("Wrote", StringComparison.Ordinal)));
        Assert.True(KernelSpec.Read(home.Folder)!.Own && KernelSpec.Read(second)!.Own);
    }

    private async Task<string> Refused()
    {
        string message = (await Assert.ThrowsAsync<IOException>(() => Install())).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private Task<IReadOnlyList<string>> Install(bool force = false) => home.Desk().InstallAsync(force, TestContext.Current.CancellationToken);
}
