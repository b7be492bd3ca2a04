using System.Diagnostics;
using CachingLab.Cli.Commands;
using CachingLab.Cli.Kernels;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Kernels;

/// <summary><c>lab run --engine interactive</c>, where the tool is a stand-in that does not do what it should. CachingLab.Engine.Tests runs the tool itself.</summary>
public sealed class EngineRunTests : IDisposable
{
    private const string Ready = """printf '%s\n' '{"eventType":"KernelReady","event":{}}'; read command""";
    private const string Shows = """printf '%s\n' '{"eventType":"StandardOutputValueProduced","event":{"formattedValues":[{"mimeType":"text/plain","value":"one\n"}]}}'""";
    private const string Fails = """printf '%s\n' '{"eventType":"CommandFailed","command":{"token":"cell-1"},"event":""";
    private const string Hangs = "cat >/dev/null";
    private readonly KernelHome home = new();
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };

    private string Notebook => Path.Combine(home.Root, "n.ipynb");

    private string PidFile => Path.Combine(home.Root, "pid");

    public void Dispose()
    {
        home.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Where_the_tool_is_not_restored_one_line_says_how_to_get_it()
    {
        WriteNotebook();
        using Process lab = Lab.Start(home.Root, (Name: "NUGET_PACKAGES", Value: Path.Combine(home.Root, "none")), "run", "--engine", "interactive", Notebook);
        LabEnd end = await Lab.RunAsync(lab);
        Assert.Equal((2, "", $"{EngineTool.Absent}\n"), (end.Code, end.Output, end.Errors.ReplaceLineEndings("\n")));
        Assert.Contains($"'{LabCall.Name} kernel', or 'dotnet tool restore'", EngineTool.Absent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo 'no runtime' >&2; echo 'no more' >&2; exit 3", "dotnet-interactive ended (exit code 3): no runtime")]
    [InlineData("exit 0", "dotnet-interactive ended (exit code 0)")]
    [InlineData($"echo hello; {Hangs}", "dotnet-interactive printed a line that is no message: hello")]
    [InlineData($"echo; {Hangs}", "dotnet-interactive printed a line that is no message: ")]
    [InlineData($"echo 7; {Hangs}", "dotnet-interactive printed a line that is no message: 7")]
    [InlineData($"echo null; {Hangs}", "dotnet-interactive printed a line that is no message: null")]
    [InlineData("""printf '%s\n' '{"eventType":{},"command":5}'; cat >/dev/null""", """dotnet-interactive printed a line that is no message: {"eventType":{},"command":5}""")]
    public async Task A_tool_that_does_not_become_ready_is_named_in_one_line_and_is_gone(string script, string line)
    {
        IOException refused = await Assert.ThrowsAsync<IOException>(() => RunAsync(script, TimeSpan.FromMinutes(5)));
        Assert.Equal(line, refused.Message);
        AssertGone();
    }

    [Fact]
    public async Task A_tool_that_is_not_ready_in_time_is_gone()
    {
        IOException refused = await Assert.ThrowsAsync<IOException>(() => RunAsync(Hangs, TimeSpan.Zero));
        Assert.Equal("the engine was not ready after 0 s: allow more with --seconds N", refused.Message);
        AssertGone();
    }

    [Theory]
    [InlineData("exit 4", "dotnet-interactive ended (exit code 4)")]
    [InlineData($"echo hello; {Hangs}", "dotnet-interactive printed a line that is no message: hello")]
    [InlineData($$$"""{{{Fails}}} {"message":"(2,7): error CS1525: Mine"}}'""", "line 2, column 7: Mine (CS1525)")]
    [InlineData($$$"""{{{Fails}}} {"message":"Submission#1+Mine: no\n   at"}}'""", "Mine: no")]
    [InlineData($$$"""{{{Fails}}} {}}'""", "it failed")]
    public async Task What_ends_a_cell_is_said_in_one_line_below_what_it_showed(string script, string problem)
    {
        Assert.Equal(1, await RunAsync($"{Ready}; {Shows}; {script}", TimeSpan.FromMinutes(5)));
        Assert.Equal($"== {Notebook}\n-- Break it (a)\none\n", output.ToString());
        Assert.Equal($"{Notebook}: Break it (a){(problem.StartsWith("line", StringComparison.Ordinal) ? "," : ":")} {problem}\n", errors.ToString());
        AssertGone();
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_no_tool_behind_and_stores_nothing()
    {
        WriteNotebook();
        byte[] before = await File.ReadAllBytesAsync(Notebook, TestContext.Current.CancellationToken);
        using var stopping = new StoppingWriter("one");
        Assert.Equal(2, await RunAsync($"{Ready}; {Shows}; {Hangs}", TimeSpan.FromMinutes(5), stopping, stopping.Stopped));
        Assert.Equal($"{Notebook}: stopped in Break it (a); its outputs up to here are above, and the file is as it was\n", errors.ToString());
        Assert.Equal(before, await File.ReadAllBytesAsync(Notebook, TestContext.Current.CancellationToken));
        AssertGone();
    }

    private Task<int> RunAsync(string script, TimeSpan wallTime) => RunAsync(script, wallTime, output, TestContext.Current.CancellationToken);

    private async Task<int> RunAsync(string script, TimeSpan wallTime, TextWriter written, CancellationToken cancellationToken)
    {
        WriteNotebook();
        home.Dotnet($"""if [ "$1" = nuget ]; then echo "global-packages: $(dirname -- "$0")/../packages/"; else echo $$ >"$(dirname -- "$0")/../pid"; {script}; fi""");
        EngineRunner engine = await EngineRunner.FindAsync(Path.Combine(home.Root, "clone"), home.Machine, TestContext.Current.CancellationToken);
        return await RunCommand.RunAsync([Notebook], engine, write: true, wallTime, written, errors, cancellationToken);
    }

    private void WriteNotebook() => NotebookWriter.Write(
        CachingLab.Notebooks.Notebook.Create("n", [Cell.Markdown("m", "## Break it"), Cell.Code("a", "Console.WriteLine(\"one\");")]), Notebook);

    // Where it was stopped before it wrote its number, there is nothing to look for.
    private void AssertGone()
    {
        if (File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile), out int pid))
            Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
    }
}
