using CachingLab.Grading.Isolation;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Isolation;

public sealed class NeededCellsTests
{
    private static readonly CellCompiler Compiler = new(CellDialect.Lenient);

    [Fact]
    public void A_cell_that_nothing_wanted_refers_to_is_left_out() =>
        Assert.Equal(["answer"], Needed("answer", ("example", "Console.WriteLine(1);"), ("answer", "int F() => 1;")));

    [Fact]
    public void What_a_wanted_cell_uses_stays_however_far_back_it_is() => Assert.Equal(
        ["base", "middle", "answer"],
        Needed("answer", ("base", "int A() => 1;"), ("other", "int X() => 1;"), ("middle", "int B() => A();"), ("answer", "int F() => B();")));

    [Fact]
    public void A_cell_that_may_change_a_variable_that_is_used_stays_too() => Assert.Equal(
        ["variable", "change", "answer"],
        Needed("answer", ("variable", "var list = new List<int>();"), ("change", "list.Add(1);"), ("answer", "int F() => list.Count;")));

    [Fact]
    public void A_cell_that_only_calls_a_function_that_is_used_is_left_out() => Assert.Equal(
        ["function", "answer"],
        Needed("answer", ("function", "int A() => 1;"), ("example", "Console.WriteLine(A());"), ("answer", "int F() => A();")));

    [Fact]
    public void A_cell_of_using_lines_alone_has_nothing_to_run() =>
        Assert.Equal(["answer"], Needed("answer", ("usings", "using System.IO;"), ("answer", "string F() => Path.PathSeparator.ToString();")));

    private static string[] Needed(string wanted, params (string Id, string Code)[] cells)
    {
        var compiled = new List<ChainedCell>();
        foreach ((string id, string code) in cells)
            compiled.Add(Compiler.Compile(new SourceCell(id, code), compiled.LastOrDefault()));
        Assert.All(compiled, c => Assert.Empty(c.Result.Problems));
        return [.. NeededCells.Of([.. compiled.Select(c => c.Result)], c => c.Id == wanted).Select(c => c.Id)];
    }
}
