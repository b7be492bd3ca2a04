using CachingLab.Grading.Isolation;
using CachingLab.Grading.Runs;
using CachingLab.Grading.Tests.Isolation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Runs;

public sealed class CellsRunnerTests(WarmCompiler compiler) : IClassFixture<WarmCompiler>
{
    private static readonly SandboxLimits Limits = new() { WallTime = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Outputs_and_the_trailing_value_come_back_in_order()
    {
        CellRun run = Assert.Single(await RunAsync("Console.WriteLine(\"one\");\n2.Display();\nConsole.WriteLine(\"three\");\nnew[] { 4, 5 }"));
        Assert.Null(run.Problem);
        Assert.Equal(
            [(OutputKind.Printed, "one\n"), (OutputKind.Shown, "2"), (OutputKind.Printed, "three\n"), (OutputKind.Value, "[ 4, 5 ]")],
            run.Outputs.Select(o => (o.Kind, o.Text.ReplaceLineEndings("\n"))));
    }

    [Fact]
    public async Task A_cell_that_throws_ends_the_run_with_its_line()
    {
        IReadOnlyList<CellRun> runs = await RunAsync("int a = 1;", "Console.WriteLine(a);\n\nthrow new InvalidOperationException(\"no\");", "a");
        Assert.Equal(2, runs.Count);
        Assert.Equal(("cell-1", 3, "InvalidOperationException: no"), (runs[1].Problem!.Cell, runs[1].Problem!.Line, runs[1].Problem!.Message));
        Assert.Equal("1", Assert.Single(runs[1].Outputs).Text.Trim());
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_ends_the_run_after_those_before_it()
    {
        IReadOnlyList<CellRun> runs = await RunAsync("Console.WriteLine(\"ran\");", "int a = missing;", "1");
        Assert.Equal(2, runs.Count);
        Assert.Equal("ran", Assert.Single(runs[0].Outputs).Text.Trim());
        Assert.Equal("CS0103", runs[1].Problem!.Code);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped_and_named_and_what_it_printed_stays()
    {
        IReadOnlyList<CellRun> runs = await RunAsync(
            Limits with { WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromSeconds(5) }, "int a = 1;", "Console.Write(\"here\");\nwhile (true) { }", "a");
        Assert.Equal((2, "cell-1", 0), (runs.Count, runs[^1].Problem!.Cell, runs[^1].Problem!.Line));
        Assert.StartsWith(
            "stopped after 5 s of processor time: it, or code above that it calls, has a loop or a wait that never ends",
            runs[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("here", Assert.Single(runs[^1].Outputs).Text);
    }

    [Theory]
    [InlineData("Environment.Exit(0);", "it ended the whole process (exit code 0)")]
    [InlineData("int Deep(int n) => 1 + Deep(n + 1);\nDeep(0);", "stack overflow")]
    [InlineData(
        "var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"no\"));\nt.Start();\nt.Join();",
        "it ended the whole process. Unhandled exception. System.InvalidOperationException: no")]
    public async Task A_cell_that_ends_the_process_is_named_and_what_it_printed_stays(string code, string why)
    {
        IReadOnlyList<CellRun> runs = await RunAsync("int a = 1;", "Console.WriteLine(\"here\");\n" + code, "a");
        Assert.Equal((2, "cell-1"), (runs.Count, runs[^1].Problem!.Cell));
        Assert.StartsWith(why, runs[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("here", Assert.Single(runs[^1].Outputs).Text.Trim());
    }

    [Fact]
    public async Task A_process_that_dies_before_its_first_cell_is_no_success()
    {
        // The runtime does not even start in so little: it ends, or is ended for its memory, whichever is seen first.
        IReadOnlyList<CellRun> runs = await RunAsync(Limits with { MemoryBytes = 1024 * 1024 }, "1");
        Assert.Matches("^it (ended the whole process|used more than 1 MB)", Assert.Single(runs).Problem!.Message);
    }

    [Theory]
    [InlineData("Console.WriteLine(\"first\");")]
    [InlineData("Console.Write(\"first\");")]
    [InlineData("Console.Error.Write(\"first\");")]
    [InlineData("\"first\".Display();")]
    public async Task What_a_cell_shows_comes_while_it_still_runs(string code)
    {
        // The cell waits for a file that is there only once its output has come.
        string gate = Path.Combine(Directory.CreateTempSubdirectory("cells-runner-").FullName, "gate");
        var told = new Told((_, output) =>
        {
            if (output.Text.Trim() == "first")
                File.WriteAllText(gate, "");
        });
        IReadOnlyList<CellRun> runs = await RunAsync(
            Limits with { WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(2) },
            told,
            TestContext.Current.CancellationToken,
            "int a = 1;",
            $"{code}\nwhile (!System.IO.File.Exists(@\"{gate}\")) System.Threading.Thread.Sleep(20);");
        Assert.Null(runs[^1].Problem);
        Assert.Equal(["cell-0", "cell-1"], told.Begun);
        Directory.Delete(Path.GetDirectoryName(gate)!, recursive: true);
    }

    [Fact]
    public async Task A_run_that_is_given_up_has_shown_what_came_and_which_cell_ran()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var shown = new List<string>();
        var told = new Told((_, output) =>
        {
            shown.Add(output.Text.Trim());
            ending.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            Limits with { WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(2) },
            told,
            ending.Token,
            "int a = 1;",
            "Console.WriteLine(\"here\");\nSystem.Threading.Thread.Sleep(-1);"));
        Assert.Equal(["here"], shown);
        Assert.Equal("cell-1", told.Begun[^1]);
    }

    [Fact]
    public async Task Nothing_runs_after_a_cell_that_failed()
    {
        var told = new Told((_, _) => { });
        IReadOnlyList<CellRun> runs = await RunAsync(Limits, told, TestContext.Current.CancellationToken, "throw new Exception(\"no\");", "Console.WriteLine(\"after\");");
        Assert.Single(runs);
        Assert.Equal(["cell-0"], told.Begun);
    }

    [Fact]
    public async Task A_flood_is_cut_in_its_middle_and_no_display_after_it_is_lost()
    {
        CellRun run = Assert.Single(await RunAsync(
            "for (int i = 0; i < 30_000; i++)\n    Console.WriteLine($\"{i,9}\" + new string('x', 90));\n\"the report\".Display();\nConsole.WriteLine(\"after\");\n7"));
        Assert.Null(run.Problem);
        Assert.Equal([OutputKind.Printed, OutputKind.Shown, OutputKind.Printed, OutputKind.Value], run.Outputs.Select(o => o.Kind));
        Assert.Equal(["the report", "after", "7"], run.Outputs.Skip(1).Select(o => o.Text.Trim()));
        string[] lines = run.Outputs[0].Text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        int note = Array.FindIndex(lines, l => l.StartsWith('['));
        Assert.Matches(@"^\[2,97\d,\d{3} characters left out here: of what a cell prints, the first 20,000 and the last 4,000 are shown\]$", lines[note]);
        Assert.StartsWith("        0x", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("    29999x", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[(note + 1)..], l => Assert.Equal(99, l.Length));
        Assert.InRange(run.Outputs[0].Text.Length, 20_000, 25_000);
    }

    [Theory]
    [InlineData("Console.Write(new string('x', 3_000_000));")]
    [InlineData("for (int i = 0; i < 3_000_000; i++) Console.Write('x');")]
    [InlineData("new string('x', 3_000_000).Display();")]
    [InlineData("new string('x', 3_000_000)")]
    public async Task One_endless_line_is_cut_too(string code)
    {
        string text = Assert.Single(Assert.Single(await RunAsync(code)).Outputs).Text;
        Assert.InRange(text.Length, 24_000, 24_300);
        Assert.Contains("\n[2,976,000 characters left out here", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19_999)]
    [InlineData(20_000)]
    [InlineData(24_000)]
    public async Task What_is_no_flood_is_whole(int length) =>
        Assert.Equal(new string('x', length), Assert.Single(Assert.Single(await RunAsync($"Console.Write(new string('x', {length}));")).Outputs).Text);

    [Fact]
    public async Task Of_displays_without_end_the_last_are_shown()
    {
        CellRun run = Assert.Single(await RunAsync("for (int i = 0; i < 5_000; i++) { Console.Write('.'); i.Display(); }\n\"the report\".Display();\nnull"));
        Assert.Equal("the report", run.Outputs[^1].Text);
        Assert.InRange(run.Outputs.Count, 200, 450);
        Assert.Contains(run.Outputs, o => o.Text.Contains("[4791 outputs left out here]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_printed_in_pieces_is_one_output_and_each_cell_has_its_own()
    {
        IReadOnlyList<CellRun> runs = await RunAsync("Console.Write(\"a\");\nConsole.WriteLine(\"b\");\nConsole.Write(\"c\");", "Console.Write(\"d\");");
        Assert.Equal(["ab\nc", "d"], runs.Select(r => Assert.Single(r.Outputs).Text.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_cell_sees_the_variables_that_choose_a_model()
    {
        string work = Directory.CreateDirectory(Path.Combine(Machine.Temporary, "runner")).FullName;
        RunOptions options = new(work, work) { Limits = Limits, Variables = new Dictionary<string, string> { ["CACHINGLAB_MODEL"] = "small" } };
        CellRun run = Assert.Single(await new CellsRunner(compiler.Process).RunAsync(
            [new SourceCell("cell-0", "Environment.GetEnvironmentVariable(\"CACHINGLAB_MODEL\")")], options, TestContext.Current.CancellationToken));
        Assert.Equal("small", Assert.Single(run.Outputs).Text);
    }

    private Task<IReadOnlyList<CellRun>> RunAsync(params string[] cells) => RunAsync(Limits, cells);

    private Task<IReadOnlyList<CellRun>> RunAsync(SandboxLimits limits, params string[] cells) =>
        RunAsync(limits, null, TestContext.Current.CancellationToken, cells);

    private Task<IReadOnlyList<CellRun>> RunAsync(SandboxLimits limits, IRunProgress? progress, CancellationToken cancellationToken, params string[] cells)
    {
        string work = Directory.CreateDirectory(Path.Combine(Machine.Temporary, "runner")).FullName;
        return new CellsRunner(compiler.Process).RunAsync(
            [.. cells.Select((c, i) => new SourceCell($"cell-{i}", c))],
            new RunOptions(work, work) { Limits = limits, Progress = progress },
            cancellationToken);
    }

    private sealed class Told(Action<string, CellOutput> shown) : IRunProgress
    {
        public List<string> Begun { get; } = [];

        public void Started(string cell) => Begun.Add(cell);

        public void Shown(string cell, CellOutput output) => shown(cell, output);
    }
}
