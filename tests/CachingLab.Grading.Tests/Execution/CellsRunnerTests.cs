using CachingLab.Execution;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Tests.Execution;

public sealed class CellsRunnerTests(WarmCompiler compiler) : IClassFixture<WarmCompiler>
{
    private static readonly SandboxLimits Limits = new();

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
    public async Task A_cell_that_never_ends_is_stopped_and_named()
    {
        IReadOnlyList<CellRun> runs = await RunAsync(
            Limits with { WallTime = TimeSpan.FromSeconds(20) }, "int a = 1;", "System.Threading.Thread.Sleep(-1);");
        Assert.Contains("still running after 20 s", runs[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("cell-1", runs[^1].Cell);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_named()
    {
        IReadOnlyList<CellRun> runs = await RunAsync("int a = 1;", "Environment.Exit(0);", "a");
        Assert.Equal("cell-1", runs[^1].Cell);
        Assert.Contains("exit code 0", runs[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut_with_a_note()
    {
        CellRun run = Assert.Single(await RunAsync("for (int i = 0; i < 30_000; i++)\n    Console.WriteLine(new string('x', 100));"));
        Assert.Null(run.Problem);
        string text = Assert.Single(run.Outputs).Text;
        Assert.InRange(text.Length, 1_000_000, 1_000_200);
        Assert.EndsWith("[output cut here: a cell may print a million characters]\n", text, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<CellRun>> RunAsync(params string[] cells) => RunAsync(Limits, cells);

    private Task<IReadOnlyList<CellRun>> RunAsync(SandboxLimits limits, params string[] cells)
    {
        string work = Directory.CreateDirectory(Path.Combine(Machine.Temporary, "runner")).FullName;
        return new CellsRunner(compiler.Process).RunAsync(
            [.. cells.Select((c, i) => new SourceCell($"cell-{i}", c))],
            new RunOptions(work, work) { Limits = limits },
            TestContext.Current.CancellationToken);
    }
}
