using CachingLab.Course.Tests.Shared;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Tests;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Course.Tests.Rules;

/// <summary>Every cell of both editions runs on every notebook engine.</summary>
public sealed class DialectTests
{
    private static readonly CellCompiler Compiler = new(CellDialect.Strict, CourseFiles.FolderOf("notebooks"));

    public static IEnumerable<TheoryDataRow<string, string>> Editions => CourseFiles.EditionRows;

    [Theory]
    [MemberData(nameof(Editions))]
    public void Cells_keep_to_the_dialect(string edition, string name)
    {
        Notebook notebook = CourseFiles.Ruled(edition, name);
        CourseFiles.NoneOf(DialectRules.Check(notebook).Select(p => $"{edition}/{p}"));
        CourseFiles.NoneOf(notebook.Cells.Where(c => c.IsCode).SelectMany(
            c => SyntaxRules.Check(c.Source).Select(p => $"{edition}/{name}.ipynb, cell {c.Id}, {p}")));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Cells_compile_with_the_oldest_engine_s_C_sharp_and_its_usings(string edition, string name)
    {
        ChainedCell? previous = null;
        var problems = new List<string>();
        foreach (Cell cell in CourseFiles.Ruled(edition, name).Cells.Where(c => c.IsCode))
        {
            // Kept, so that both editions compile what they share once.
            previous = Compiler.Compile(new SourceCell(cell.Id!, cell.Source) { IsShared = true }, previous);
            problems.AddRange(previous.Result.Problems.Select(p => $"{edition}/{name}.ipynb, {p}"));
        }

        CourseFiles.NoneOf(problems);
    }

    [Theory]
    [InlineData("using var a = new System.IO.MemoryStream();", "using var")]
    [InlineData("await using var a = new System.IO.MemoryStream();", "using var")]
    [InlineData("dynamic a = 1;", "dynamic")]
    [InlineData("class A { public dynamic B; }", "dynamic")]
    [InlineData("file class A { }", "file")]
    [InlineData("System.Span<int> a = new int[1];", "Span")]
    [InlineData("static class A { public static int Two(this int a) => 2 * a; }", "extension")]
    public void The_syntax_rules_find_what_they_forbid(string source, string said)
    {
        Assert.Contains(SyntaxRules.Check(source), p => p.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void The_syntax_rules_leave_alone_what_runs_everywhere()
    {
        Assert.Empty(SyntaxRules.Check("""
            // using var dynamic file
            { using var inBlock = new System.IO.MemoryStream(); }
            int Length(string text) { System.ReadOnlySpan<char> span = text; using var a = new System.IO.MemoryStream(); return span.Length; }
            string words = "dynamic";
            int Two(this int a) => 2 * a;
            """));
    }
}
