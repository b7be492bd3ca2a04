using System.Diagnostics;
using CachingLab.Grading;

namespace CachingLab.Cli.Tests.FirstContact;

/// <summary>The script <c>lab</c>, with a stand-in for <c>dotnet</c>, in a folder whose name has all that a name can have.</summary>
public sealed class LabScriptTests : IDisposable
{
    private const string Builds =
        """
        case "$1" in
            --version) echo 10.0.100 ;;
            build)
                echo built >> "${0%/*}/builds"
                mkdir -p "$2/bin/Debug/net10.0" "$2/obj"
                touch "$2/bin/Debug/net10.0/lab.dll" "$2/../setup.csx" "$2/../setup-production.csx" ;;
            *) echo "run: $*" ;;
        esac
        """;

    private readonly string root;
    private string clone;

    public LabScriptTests()
    {
        if (OperatingSystem.IsWindows())
            throw Xunit.Sdk.SkipException.ForSkip("Windows has lab.cmd; its lines were tried under Wine");
        root = Directory.CreateTempSubdirectory("lab é漢 O'Brien & \"co\" $HOME ").FullName;
        clone = Path.Combine(root, "clone");
        Directory.CreateDirectory(Path.Combine(clone, "lib", "CachingLab.Cli"));
        Directory.CreateDirectory(Path.Combine(root, "home"));
        string course = CourseFolder.Find(AppContext.BaseDirectory).Root;
        foreach (string file in (string[])["lab", "global.json", "Directory.Build.props", "Directory.Packages.props"])
            File.Copy(Path.Combine(course, file), Path.Combine(clone, file));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Without_dotnet_one_line_says_what_is_needed() =>
        Assert.Equal("lab: the .NET 10 SDK is not installed; get it from https://dotnet.microsoft.com/download", await RefusedAsync());

    [Theory]
    [InlineData("echo '11.0.100 [/usr/share/dotnet/sdk]'", "found: 11.0.100.")]
    [InlineData("echo '8.0.404 [/a b/sdk]'; echo '9.0.100 [/a b/sdk]'", "found: 8.0.404 9.0.100.")]
    [InlineData("exit 1", "found: none.")]
    public async Task Without_a_fitting_SDK_one_line_says_what_is_needed_and_what_is_there(string list, string found)
    {
        Dotnet($"""case "$1" in --list-sdks) {list} ;; *) echo "A compatible .NET SDK was not found." >&2; exit 155 ;; esac""");
        string line = await RefusedAsync();
        Assert.StartsWith("lab: the course needs the .NET SDK 10.0.100 or a later one of .NET 10; ", line, StringComparison.Ordinal);
        Assert.Contains(found, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_told_in_one_line()
    {
        Dotnet(Builds);
        await File.WriteAllTextAsync(Path.Combine(root, "home", ".dotnet"), "", TestContext.Current.CancellationToken);
        Assert.Equal($"lab: the SDK cannot write to its home folder '{Path.Combine(root, "home")}': set DOTNET_CLI_HOME to a folder that can be written", await RefusedAsync());
    }

    [Fact]
    public async Task A_program_that_holds_the_built_files_is_told_in_one_line()
    {
        Dotnet("""case "$1" in build) echo "x.targets(1,1): error MSB3027: Could not copy a.dll to b.dll." ; exit 1 ;; esac""");
        string[] lines = (await RunAsync(2)).Errors.TrimEnd().Split('\n');
        Assert.StartsWith("lab: a program holds the built files: ", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("MSB3027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_build_that_fails_without_the_word_error_shows_what_it_said()
    {
        Dotnet("""case "$1" in build) echo "no space left"; exit 1 ;; esac""");
        Assert.EndsWith("lab: the build failed; the first errors are:\nno space left\n", (await RunAsync(2)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_builds_once_and_again_after_the_clone_was_moved()
    {
        Dotnet(Builds);
        Assert.Equal($"run: {Program()} grade a b\n", (await RunAsync(0, "grade", "a b")).Output);
        await RunAsync(0);
        Assert.Single(await BuildsAsync());
        string moved = Path.Combine(root, "moved");
        Directory.Move(clone, moved);
        clone = moved;
        Assert.Equal($"run: {Program()} list\n", (await RunAsync(0, "list")).Output);
        Assert.Equal(2, (await BuildsAsync()).Length);

        string Program() => Path.Combine(clone, "lib", "CachingLab.Cli", "bin", "Debug", "net10.0", "lab.dll");

        Task<string[]> BuildsAsync() => File.ReadAllLinesAsync(Path.Combine(root, "bin", "builds"), TestContext.Current.CancellationToken);
    }

    private async Task<string> RefusedAsync()
    {
        LabEnd end = await RunAsync(2);
        Assert.Equal("", end.Output);
        return end.ErrorLine;
    }

    private async Task<LabEnd> RunAsync(int code, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(clone, "lab"), .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("DOTNET_CLI_HOME");
        start.Environment["HOME"] = Path.Combine(root, "home");

        // The usual commands, and no dotnet but the stand-in.
        start.Environment["PATH"] = Path.Combine(root, "bin") + ":" + UsualCommands();
        LabEnd end = await Lab.RunAsync(Process.Start(start)!);
        Assert.Equal((code, ""), (end.Code, end.Code == code ? "" : end.Errors));
        return end;
    }

    private string UsualCommands()
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, "usual")).FullName;
        string[] places = ["/usr/bin", "/bin"];
        foreach (string command in (string[])["cat", "cut", "date", "dirname", "find", "grep", "head", "mkdir", "mktemp", "paste", "rm", "sed", "sleep", "sort", "touch"])
        {
            string link = Path.Combine(folder, command);
            if (!File.Exists(link))
                File.CreateSymbolicLink(link, places.Select(p => Path.Combine(p, command)).First(File.Exists));
        }

        return folder;
    }

    private void Dotnet(string script) => ShellScript.Write(Path.Combine(root, "bin", "dotnet"), script);
}
