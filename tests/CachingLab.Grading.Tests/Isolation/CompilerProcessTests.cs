using System.Diagnostics;
using System.Globalization;
using CachingLab.Grading.Isolation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What cells do to a compiler that they are too much for, and what that does to others.</summary>
public sealed class CompilerProcessTests : IAsyncDisposable
{
    private const string Fine = "int fine = 1;";

    // Processor time, which a busy machine does not use up: enough for a compiler that starts anew.
    private static readonly SandboxLimits Limits = new() { CompilerBytes = 512L * 1024 * 1024, CompileTime = TimeSpan.FromSeconds(6) };
    private readonly CompilerProcess compiler = new(Limits, Walls.Here);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Each interpolation inside another doubles what the compiler looks at.
    private static string Maze => $"var a = {string.Concat(Enumerable.Repeat("$\"{", 190))}1{string.Concat(Enumerable.Repeat("}\"", 190))};";

    private static string Doubling => "const string a0 = \"0123456789\";\n"
        + string.Concat(Enumerable.Range(1, 27).Select(i => $"const string a{i} = a{i - 1} + a{i - 1};\n")) + "Console.WriteLine(a27);";

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped_and_named()
    {
        var stopped = await Assert.ThrowsAsync<CompilationStoppedException>(() => CompileAsync(compiler, ("fine", Fine), ("maze", Maze)));
        Assert.Equal((SandboxEndReason.WallTime, "maze"), (stopped.Reason, stopped.Cell));
        Assert.Equal("cell maze: it takes more than 6 s to compile: make its expressions simpler", stopped.Message);
        Assert.Empty(Assert.Single(await CompileAsync(compiler, ("fine", Fine))).Problems);
    }

    [Fact]
    public async Task A_cell_that_takes_too_much_memory_is_stopped_and_named()
    {
        var stopped = await Assert.ThrowsAsync<CompilationStoppedException>(() => CompileAsync(compiler, ("fine", Fine), ("doubling", Doubling)));
        Assert.Equal((SandboxEndReason.Memory, "doubling"), (stopped.Reason, stopped.Cell));
        Assert.Empty(Assert.Single(await CompileAsync(compiler, ("fine", Fine))).Problems);
    }

    [Theory]
    [InlineData("doubling")]
    [InlineData("maze")]
    public async Task Who_shares_the_compiler_with_such_a_cell_gets_what_is_due(string bomb)
    {
        Task<CompilationStoppedException> stopped = Assert.ThrowsAsync<CompilationStoppedException>(
            () => CompileAsync(compiler, (bomb, bomb == "maze" ? Maze : Doubling)));
        var fine = new List<Task<IReadOnlyList<CompiledCell>>>();
        while (!stopped.IsCompleted)
        {
            fine.Add(CompileAsync(compiler, ("fine", Fine)));
            await Task.WhenAny(stopped, fine[^1]);
        }

        Assert.Equal(bomb, (await stopped).Cell);
        Assert.All(await Task.WhenAll(fine), cells => Assert.Empty(Assert.Single(cells).Problems));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("x => ", "1", "")]
    [InlineData("y ? 1 : ", "1", "")]
    [InlineData("", "x", ".y")]
    public async Task Expressions_nested_as_deep_as_a_cell_is_long_harm_nobody_else(string open, string inner, string close)
    {
        int deep = 98_000 / (open.Length + close.Length);
        string code = "int a = " + string.Concat(Enumerable.Repeat(open, deep)) + inner + string.Concat(Enumerable.Repeat(close, deep)) + ";";
        await RefusedAsync(code);
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("class A { ", "}")]
    public async Task Statements_nested_as_deep_do_not_either(string open, string close)
    {
        int deep = 98_000 / (open.Length + close.Length);
        await RefusedAsync(string.Concat(Enumerable.Repeat(open, deep)) + "x" + string.Concat(Enumerable.Repeat(close, deep)));
    }

    [Fact]
    public async Task Who_waits_may_leave_and_the_next_is_served_all_the_same()
    {
        using var leaving = new CancellationTokenSource();
        Task<IReadOnlyList<CompiledCell>> left = compiler.CompileAsync(CellDialect.Lenient, null, [new SourceCell("maze", Maze)], leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Empty(Assert.Single(await CompileAsync(compiler, ("fine", Fine))).Problems);
    }

    [Fact]
    public async Task A_broken_cell_is_replaced_by_its_stand_in_and_a_needed_one_ends_the_rest()
    {
        SourceCell[] cells =
        [
            new("first", "int First() => missing;") { Instead = "int First() => 1;" },
            new("gone", "int Gone() => missing;"),
            new("second", "int Second() => First();"),
            new("needed", "int Third() => Gone();") { IsNeeded = true },
            new("rest", Fine),
        ];
        IReadOnlyList<CompiledCell> compiled = await compiler.CompileAsync(CellDialect.Lenient, null, cells, Token);
        Assert.Equal(
            [("first", false, false), ("first", true, true), ("gone", false, false), ("second", true, false), ("needed", false, false)],
            compiled.Select(c => (c.Id, c.Problems.Count == 0, c.IsInstead)));
        Assert.Equal("cell needed, line 1, column 16: The name 'Gone' does not exist in the current context (CS0103)", compiled[^1].Problems[0].ToString());
    }

    [Fact]
    public async Task Disposed_it_leaves_no_process_and_no_folder()
    {
        string[] before = Directory.GetFileSystemEntries(Machine.Temporary);
        IReadOnlyList<string> running = Machine.Processes();
        var other = new CompilerProcess(Limits, Walls.Here);
        await CompileAsync(other, ("fine", Fine));
        Assert.NotEqual(before, Directory.GetFileSystemEntries(Machine.Temporary));
        await other.DisposeAsync();
        Assert.Equal(before, Directory.GetFileSystemEntries(Machine.Temporary));
        Assert.Empty(Machine.Processes().Except(running));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => CompileAsync(other, ("fine", Fine)));
    }

    [Fact]
    public async Task Killed_between_two_cells_it_is_replaced_and_nothing_is_left_of_either()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "its process is found in /proc");
        string[] before = Directory.GetFileSystemEntries(Machine.Temporary);
        IReadOnlyList<string> running = Machine.Processes();
        var other = new CompilerProcess(Limits, Walls.None);
        await CompileAsync(other, ("fine", Fine));
        foreach (string line in Machine.Processes().Except(running))
        {
            using var process = Process.GetProcessById(int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture));
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        Assert.Empty(Assert.Single(await CompileAsync(other, ("fine", Fine))).Problems);
        await other.DisposeAsync();
        Assert.Equal(before, Directory.GetFileSystemEntries(Machine.Temporary));
        Assert.Empty(Machine.Processes().Except(running));
    }

    public ValueTask DisposeAsync() => compiler.DisposeAsync();

    // How it ends is the compiler's affair; that it ends, that the cell is blamed, and that the next one compiles, is not.
    private async Task RefusedAsync(string code)
    {
        try
        {
            Assert.NotEmpty(Assert.Single(await CompileAsync(compiler, ("deep", code))).Problems);
        }
        catch (CompilationStoppedException e)
        {
            Assert.Equal("deep", e.Cell);
        }

        Assert.Empty(Assert.Single(await CompileAsync(compiler, ("fine", Fine))).Problems);
    }

    private static Task<IReadOnlyList<CompiledCell>> CompileAsync(CompilerProcess compiler, params (string Id, string Code)[] cells) =>
        compiler.CompileAsync(CellDialect.Lenient, null, [.. cells.Select(c => new SourceCell(c.Id, c.Code))], Token);
}
