using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Compilation;

public sealed class CellCompilerTests
{
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
        CellProblem problem = Assert.Single(compiler.Compile(new SourceCell("setup", "#!import ../lib/setup.csx"), null).Result.Problems);
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
        CompiledCell whole = runner.Compile(new SourceCell("a", $"#r \"{library}\"\nstring name = typeof(CachingLab.LlmRequest).Name;"), null).Result;
        Assert.Empty(whole.Problems);
        Assert.Equal([library], whole.Assemblies);
        Assert.Contains(runner.Compile(new SourceCell("b", "#r \"CachingLab.dll\""), null).Result.Problems, p => p.Code == "CS0006");
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
    [InlineData("bool Ok(int a, int b) =>\n    a > 0 && b\n        =< 3;", 3, "CS1525")]
    [InlineData("string Join(string a) => a;\nstring s = missing + Join(1, \"two\nlines\");", 2, "CS1010")]
    public void A_slip_in_the_syntax_comes_before_what_it_does_to_the_meaning(string code, int line, string error)
    {
        CompiledCell cell = Compile(code);
        Assert.Equal((line, error), (cell.Problems[0].Line, cell.Problems[0].Code));
        Assert.DoesNotContain(cell.Problems, p => p.Code is "CS0019" or "CS0103" or "CS1501");
    }

    [Theory]
    [InlineData("var x = Sha256.Create();", "The name 'Sha256' does not exist in the current context")]
    [InlineData("missing + 1", "The name 'missing' does not exist in the current context")]
    [InlineData("Missing<int> x = null;", "The type or namespace name 'Missing<>' could not be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("byte[] h = SHA256.HashData(new byte[1]);", "The name 'SHA256' does not exist in the current context; add: using System.Security.Cryptography;")]
    [InlineData(
        "ConcurrentDictionary<string, string> d = new();",
        "The type or namespace name 'ConcurrentDictionary<,>' could not be found; add: using System.Collections.Concurrent;")]
    [InlineData("string s = JsonSerializer.Serialize(1);", "The name 'JsonSerializer' does not exist in the current context; add: using System.Text.Json;")]
    [InlineData("var r = new Regex(\"a\");", "The type or namespace name 'Regex' could not be found; add: using System.Text.RegularExpressions;")]
    [InlineData("string c = CultureInfo.InvariantCulture.Name;", "The name 'CultureInfo' does not exist in the current context; add: using System.Globalization;")]
    [InlineData("ILogger log = null;", "The type or namespace name 'ILogger' could not be found; add: using Microsoft.Extensions.Logging;")]
    [InlineData(
        "[JsonPropertyName(\"a\")] record R(int A);",
        "The type or namespace name 'JsonPropertyNameAttribute' could not be found; add: using System.Text.Json.Serialization;")]
    [InlineData("Timer t = null;", "The type or namespace name 'Timer' could not be found; add one of: using System.Timers; using System.Threading;")]
    public void A_name_that_lacks_its_using_is_told_with_the_line_to_add(string code, string message) =>
        Assert.Equal(message, Compile(code).Problems[0].Message);

    [Fact]
    public void Without_the_library_only_what_was_imported_is_named()
    {
        CompiledCell cell = CompileWith(CellDialect.Strict, "ILogger log = null;\nvar r = new Regex(\"a\");");
        Assert.DoesNotContain("add", cell.Problems[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("add: using System.Text.RegularExpressions;", cell.Problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  // nothing but a comment\n")]
    public void An_empty_cell_compiles(string code) => Assert.Empty(Compile(code).Problems);

    [Fact]
    public void Later_cells_see_earlier_ones_but_not_the_broken()
    {
        ChainedCell first = lenient.Compile(new SourceCell("first", "int Twice(int x) => 2 * x;"), null);
        ChainedCell broken = lenient.Compile(new SourceCell("broken", "int Thrice(int x) => 3 * y;"), first);
        ChainedCell third = lenient.Compile(new SourceCell("third", "int six = Twice(3);"), broken);
        ChainedCell fourth = lenient.Compile(new SourceCell("fourth", "int nine = Thrice(3);"), broken);
        Assert.True(broken.IsBroken);
        Assert.True(broken.Result.Assembly.IsEmpty);
        Assert.False(third.IsBroken);
        Assert.Contains(fourth.Result.Problems, p => p.Code == "CS0103");
    }

    [Fact]
    public void Shared_cells_are_compiled_once_and_answers_each_time()
    {
        var setup = new SourceCell("setup", "int a = 1;") { IsShared = true };
        var answer = new SourceCell("ex", "int b = a;");
        var check = new SourceCell("check", "int c = b;") { IsShared = true };
        ChainedCell first = lenient.Compile(setup, null);
        Assert.Same(first, lenient.Compile(setup with { IsNeeded = true }, null));
        ChainedCell answered = lenient.Compile(answer, first);
        Assert.NotSame(answered, lenient.Compile(answer, first));
        Assert.NotSame(lenient.Compile(check, answered), lenient.Compile(check, answered));
    }

    [Fact]
    public void A_cell_that_is_longer_than_any_answer_is_refused() =>
        Assert.Contains("longer than", Assert.Single(Compile(new string(' ', 100_001)).Problems).Message, StringComparison.Ordinal);

    private static CompiledCell CompileWith(CellDialect dialect, string code) =>
        new CellCompiler(dialect, Machine.Temporary).Compile(new SourceCell("test", code), null).Result;

    private CompiledCell Compile(string code) => lenient.Compile(new SourceCell("test", code), null).Result;
}
