using CachingLab.Grading.Isolation;
using CachingLab.Grading.Runs;
using CachingLab.Grading.Tests.Isolation;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Runs;

/// <summary>What an engine gives to every cell, a headless cell has too; tests/CachingLab.Engine.Tests asks the engine which names these are.</summary>
public sealed class EngineNamesTests(WarmCompiler compiler) : IClassFixture<WarmCompiler>
{
    private static readonly SandboxLimits Limits = new() { WallTime = TimeSpan.FromMinutes(5) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_left_over_call_shows_its_value_once()
    {
        CellRun run = await RunAsync("""
            var shown = display(1);
            shown.Update(2);
            HTML("<b>3</b>").Display();
            "<b>4</b>".DisplayAs("text/html");
            "5".DisplayHtml();
            display(6, "text/plain")
            """);
        Assert.Equal(
            [("1", null), ("2", null), ("<b>3</b>", "<b>3</b>"), ("<b>4</b>", "<b>4</b>"), ("5", "5"), ("6", null)],
            run.Outputs.Select(o => (o.Text, o.Html)));
    }

    [Fact]
    public async Task The_value_of_a_cell_that_is_html_is_shown_as_html()
    {
        CellOutput output = Assert.Single((await RunAsync("HTML(\"<b>1</b>\")")).Outputs);
        Assert.Equal((OutputKind.Value, "<b>1</b>"), (output.Kind, output.Html));
    }

    [Theory]
    [InlineData("string HTML(string s) => s + \"!\";\nHTML(\"a\")", "a!")]
    [InlineData("string display(object o) => \"mine\";\ndisplay(3)", "mine")]
    [InlineData("class HTML { public override string ToString() => \"type\"; }\nnew HTML()", "type")]
    [InlineData("int display = 3;\ndisplay + 1", "4")]
    [InlineData("string WriteLine(string s) => s + \"?\";\nWriteLine(\"a\")", "a?")]
    public async Task A_cells_own_declaration_comes_first(string code, string value) =>
        Assert.Equal(value, Assert.Single((await RunAsync(code)).Outputs).Text);

    [Fact]
    public async Task A_declaration_in_a_cell_above_comes_first_too()
    {
        IReadOnlyList<CompiledCell> cells = await CompileAsync(
            compiler.Process, "string HTML(string s) => s;", "string text = HTML(\"a\");\nstring other = HTML(text);", "display(text).Update(3);");
        Assert.Empty(cells.SelectMany(c => c.Problems));
    }

    [Theory]
    [InlineData("display(1);\nint a = missing;", 2, 9)]
    [InlineData("int a = 1;\n\nstring s = HTML(1);", 3, 17)]
    public async Task Errors_keep_their_places(string code, int line, int column)
    {
        CellProblem problem = Assert.Single((await CompileAsync(compiler.Process, code))[0].Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("display(1);")]
    [InlineData("1.Display();")]
    [InlineData("WriteLine(1);")]
    [InlineData("var list = new ArrayList();")]
    public void The_courses_own_cells_cannot_use_what_only_some_engines_give(string code) =>
        Assert.NotEmpty(new CellCompiler(CellDialect.Strict).Compile(new SourceCell("test", code), null).Result.Problems);

    [Fact]
    public async Task Many_notebooks_at_once_on_a_new_compiler_all_find_one_function_of_each_name()
    {
        await using var started = new CompilerProcess(Limits, Walls.None);
        string[] cells = ["using System.IO;", "var one = display(1);", "one.Update(HTML(\"2\")); one = display(2);", "HTML(\"3\").Display(); one.Display();"];
        IReadOnlyList<CompiledCell>[] compiled = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            n => CompileAsync(started, n % 2 == 0 ? CellDialect.Lenient : CellDialect.Runner, cells)));
        Assert.Empty(compiled.SelectMany(c => c).SelectMany(c => c.Problems));
    }

    private static Task<IReadOnlyList<CompiledCell>> CompileAsync(CompilerProcess compiler, params string[] cells) => CompileAsync(compiler, CellDialect.Lenient, cells);

    private static Task<IReadOnlyList<CompiledCell>> CompileAsync(CompilerProcess compiler, CellDialect dialect, params string[] cells) =>
        compiler.CompileAsync(dialect, null, [.. cells.Select((c, i) => new SourceCell($"cell-{i}", c))], Token);

    private async Task<CellRun> RunAsync(string code)
    {
        string work = Directory.CreateDirectory(Path.Combine(Machine.Temporary, "runner")).FullName;
        CellRun run = Assert.Single(await new CellsRunner(compiler.Process).RunAsync([new SourceCell("cell", code)], new RunOptions(work, work) { Limits = Limits }, Token));
        Assert.Null(run.Problem);
        return run;
    }
}
