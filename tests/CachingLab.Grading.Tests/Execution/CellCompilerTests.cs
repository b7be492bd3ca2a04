using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Execution;

public sealed class CellCompilerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly CellCompiler lenient = new(CellDialect.Lenient);

    [Fact]
    public void An_import_where_the_library_is_there_anyway_is_an_empty_cell()
    {
        CompiledCell cell = Compile("#!import ../lib/setup.csx");
        Assert.Empty(cell.Problems);
    }

    [Fact]
    public void A_missing_import_says_what_to_run()
    {
        var compiler = new CellCompiler(CellDialect.Runner, Machine.Temporary);
        CellProblem problem = Assert.Single(compiler.Compile(new SourceCell("setup", "#!import ../lib/setup.csx"), null, Token).Problems);
        Assert.Contains("file not found", problem.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet build", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!time\nint x = 1;", 1)]
    [InlineData("int x = 1;\n\n  #!import ../lib/setup.csx", 3)]
    [InlineData("#!import ../lib/setup.csx\nint x = 1;", 1)]
    public void A_magic_is_refused_with_its_line(string code, int line)
    {
        CellProblem problem = Assert.Single(Compile(code).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains("alone in its cell", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_a_file_works_in_the_runner_by_its_absolute_path_alone()
    {
        string library = typeof(LlmRequest).Assembly.Location;
        var runner = new CellCompiler(CellDialect.Runner, Machine.Temporary);
        CompiledCell whole = runner.Compile(new SourceCell("a", $"#r \"{library}\"\nstring name = typeof(CachingLab.LlmRequest).Name;"), null, Token);
        Assert.Empty(whole.Problems);
        Assert.Equal([library], whole.Assemblies);
        Assert.Contains(runner.Compile(new SourceCell("b", "#r \"CachingLab.dll\""), null, Token).Problems, p => p.Code == "CS0006");
    }

    [Theory]
    [InlineData("#r \"/etc/passwd\"")]
    [InlineData("#load \"/etc/passwd\"")]
    public void A_graded_cell_reaches_no_file_of_the_machine(string code)
    {
        CompiledCell cell = Compile(code);
        Assert.NotEmpty(cell.Problems);
        Assert.All(cell.Problems, p => Assert.DoesNotContain("root:", p.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("string path = Path.GetTempPath();", false)]
    [InlineData("using System.IO;\nstring path = Path.GetTempPath();", true)]
    public void The_strict_dialect_takes_no_namespace_for_granted_that_an_engine_lacks(string code, bool strict)
    {
        Assert.Equal(strict, CompileWith(CellDialect.Strict, code).Problems.Count == 0);
        Assert.Empty(Compile(code).Problems);
    }

    [Fact]
    public void Syntax_newer_than_the_oldest_engine_is_for_the_lenient_alone()
    {
        const string Code = "class Box { public int Value { get => field; set; } }";
        Assert.NotEmpty(CompileWith(CellDialect.Strict, Code).Problems);
        Assert.Empty(Compile(Code).Problems);
        Assert.Empty(CompileWith(CellDialect.Strict, "ref struct Row { }\nint[] numbers = [1, 2];").Problems);
    }

    [Fact]
    public void Errors_stand_in_order_with_their_places()
    {
        CompiledCell cell = Compile("int a = 1;\nint b = \"two\";\n   int c = missing;");
        Assert.Equal([(2, 9, "CS0029"), (3, 12, "CS0103")], cell.Problems.Select(p => (p.Line, p.Column, p.Code)));
        Assert.StartsWith("cell test, line 2, column 9: ", cell.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  // nothing but a comment\n")]
    public void An_empty_cell_compiles(string code) => Assert.Empty(Compile(code).Problems);

    [Fact]
    public void Later_cells_see_earlier_ones_but_not_the_broken()
    {
        CompiledCell first = Compile("int Twice(int x) => 2 * x;");
        CompiledCell broken = lenient.Compile(new SourceCell("broken", "int Thrice(int x) => 3 * y;"), first, Token);
        CompiledCell third = lenient.Compile(new SourceCell("third", "int six = Twice(3);"), broken, Token);
        CompiledCell fourth = lenient.Compile(new SourceCell("fourth", "int nine = Thrice(3);"), broken, Token);
        Assert.NotEmpty(broken.Problems);
        Assert.True(broken.Assembly.IsEmpty);
        Assert.Empty(third.Problems);
        Assert.Contains(fourth.Problems, p => p.Code == "CS0103");
    }

    [Fact]
    public void Shared_cells_are_compiled_once_and_answers_each_time()
    {
        CompiledCell first = lenient.CompileShared(new SourceCell("setup", "int a = 1;"), null, Token);
        Assert.Same(first, lenient.CompileShared(new SourceCell("setup", "int a = 1;"), null, Token));
        CompiledCell answer = lenient.Compile(new SourceCell("ex", "int b = a;"), first, Token);
        Assert.NotSame(answer, lenient.Compile(new SourceCell("ex", "int b = a;"), first, Token));
        CompiledCell after = lenient.CompileShared(new SourceCell("check", "int c = b;"), answer, Token);
        Assert.NotSame(after, lenient.CompileShared(new SourceCell("check", "int c = b;"), answer, Token));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("(", "1", "")]
    [InlineData("-", "1", "")]
    [InlineData("[", "1", "]")]
    [InlineData("x<", "y", ">")]
    [InlineData("x => ", "1", "")]
    [InlineData("1 + (", "1", ")")]
    [InlineData("y ? 1 : ", "1", "")]
    [InlineData("$\"{", "1", "}\"")]
    [InlineData("", "x", ".y")]
    [InlineData("new { a = ", "1", " }")]
    public void Expressions_nested_as_deep_as_a_cell_is_long_do_not_end_the_process(string open, string inner, string close)
    {
        int deep = Math.Min(100_000, 98_000 / (open.Length + close.Length));
        string code = "int a = " + string.Concat(Enumerable.Repeat(open, deep)) + inner + string.Concat(Enumerable.Repeat(close, deep)) + ";";
        Assert.NotEmpty(Compile(code).Problems);
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("if (true) ", "")]
    [InlineData("class A { ", "}")]
    [InlineData("void F() { ", "}")]
    [InlineData("#if A\n", "\n#endif")]
    public void Statements_nested_as_deep_do_not_either(string open, string close)
    {
        int deep = Math.Min(100_000, 98_000 / (open.Length + close.Length));
        Assert.NotNull(Compile(string.Concat(Enumerable.Repeat(open, deep)) + string.Concat(Enumerable.Repeat(close, deep))));
    }

    [Fact]
    public void A_sum_of_ten_thousand_terms_ends_somehow() =>
        Assert.NotNull(Compile("int a = " + string.Join(" + ", Enumerable.Repeat("1", 10_000)) + ";"));

    [Fact]
    public void Lambdas_nested_too_deep_are_refused_before_the_compiler_loses_itself_in_them()
    {
        string maze = string.Concat(Enumerable.Range(0, 7).Select(i => $"Go(a{i} =>\n "));
        CellProblem problem = Assert.Single(Compile($"var x = {maze} 1{new string(')', 7)};").Problems);
        Assert.Equal(7, problem.Line);
        Assert.Contains("nested", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_longer_than_any_answer_is_refused() =>
        Assert.Contains("longer than", Assert.Single(Compile(new string(' ', 100_001)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cancelled_compilation_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => lenient.Compile(new SourceCell("a", "int a = 1;"), null, new CancellationToken(canceled: true)));

    private static CompiledCell CompileWith(CellDialect dialect, string code) =>
        new CellCompiler(dialect, Machine.Temporary).Compile(new SourceCell("test", code), null, Token);

    private CompiledCell Compile(string code) => lenient.Compile(new SourceCell("test", code), null, Token);
}
