using CachingLab.Cli.Commands;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string folder = Directory.CreateTempSubdirectory("lab-run-").FullName;
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        errors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_that_is_stopped_names_its_cell_keeps_what_it_showed_and_stores_nothing()
    {
        string file = Write(
            Cell.Markdown("m", "## Break it"),
            Cell.Code("a", "Console.WriteLine(\"one\");"),
            Cell.Code("b", "Console.WriteLine(\"two\");\nSystem.Threading.Thread.Sleep(-1);"));
        byte[] before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        using var output = new StoppingWriter("two");
        Assert.Equal(2, await RunCommand.RunAsync([file, file], engine: null, write: true, Patience, output, errors, output.Stopped));
        Assert.Equal($"== {file}\n-- Break it (a)\none\n-- Break it (b)\ntwo\n", output.ToString());
        Assert.Equal($"{file}: stopped in Break it (b); its outputs up to here are above, and the file is as it was\n", errors.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Console.WriteLine(\"one\");\nthrow new InvalidOperationException(\"no\");", "one\n", "line 2: InvalidOperationException: no")]
    [InlineData("class Mine : Exception { }\nthrow new Mine();", "", "line 2: Mine: ")]
    [InlineData("int a = missing;", "", "line 1, column 9: The name 'missing' does not exist in the current context (CS0103)")]
    [InlineData("var r = new Regex(\"a\");", "", "line 1, column 13: The type or namespace name 'Regex' could not be found; add: using System.Text.RegularExpressions; (CS0246)")]
    public async Task A_cell_that_fails_is_named_in_one_line(string code, string shown, string problem)
    {
        string file = Write(Cell.Markdown("m", "## Break it"), Cell.Code("a", code), Cell.Code("b", "Console.WriteLine(\"after\");"));
        using var output = new StringWriter();
        Assert.Equal(1, await RunAsync(output, write: false, file));
        Assert.StartsWith($"{file}: Break it (a), {problem}", Assert.Single(errors.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal($"== {file}\n{(shown.Length > 0 ? "-- Break it (a)\n" : "")}{shown}", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_only_an_engine_understands_is_left_out_with_a_line_and_the_rest_runs()
    {
        string file = Write(Cell.Code("a", "#!time\nint one = 1;\ndisplay(one);"), Cell.Code("b", "#r \"nuget: Humanizer\"\none + 1"));
        using var output = new StringWriter();
        Assert.Equal(0, await RunAsync(output, write: false, file));
        Assert.Equal($"== {file}\n-- a\n1\n-- b\n2\n", output.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(
            [
                $"{file}: Lines that begin with #! are left out of the cell a: only a notebook engine understands them.",
                $"{file}: A line #r \"nuget: ...\" is left out of the cell b: packages cannot be used here, only .NET and what the course brings.",
            ],
            errors.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Cells_that_share_an_id_or_have_none_each_keep_their_own_outputs()
    {
        string file = Write(Cell.Code("a", "\"one\""), Cell.Code("a", "\"two\""), Cell.Code(null, "\"three\""), Cell.Code("a-2", "\"four\""));
        using var output = new StringWriter();
        Assert.Equal(0, await RunAsync(output, write: true, file));
        Assert.Equal("", errors.ToString());
        Notebook stored = NotebookReader.Read(file);
        Assert.Equal(["one", "two", "three", "four"], stored.Cells.Select(c => (string?)c.ToJson()["outputs"]![0]!["data"]!["text/plain"]));
    }

    [Fact]
    public async Task One_bad_file_keeps_no_other_from_running()
    {
        string bad = Path.Combine(folder, "a.ipynb");
        await File.WriteAllTextAsync(bad, "{", TestContext.Current.CancellationToken);
        string file = Write(Cell.Code("a", "\"one\""));
        using var output = new StringWriter();
        Assert.Equal(2, await RunAsync(output, write: false, bad, file));
        Assert.Contains("one", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("a.ipynb: not JSON", errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(TextWriter output, bool write, params string[] files) =>
        RunCommand.RunAsync(files, engine: null, write, Patience, output, errors, TestContext.Current.CancellationToken);

    private string Write(params Cell[] cells)
    {
        string file = Path.Combine(folder, "n.ipynb");
        NotebookWriter.Write(Notebook.Create("n", cells), file);
        return file;
    }
}
