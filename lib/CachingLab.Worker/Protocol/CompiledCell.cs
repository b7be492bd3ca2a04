namespace CachingLab.Worker.Protocol;

/// <summary>A compiled cell: ready to run, empty, or broken.</summary>
/// <param name="Place">Its place among the cells that compiled, counted from 1.</param>
/// <param name="Assembly">The submission's assembly; empty when there is nothing to run.</param>
/// <param name="Problems">The errors; a cell that has any is left out of the run, and later cells do not see it.</param>
/// <param name="Assemblies">The files that it and the cells before it reference with <c>#r</c>.</param>
public sealed record CompiledCell(
    string Id, int Place, ReadOnlyMemory<byte> Assembly, IReadOnlyList<CellProblem> Problems, IReadOnlyList<string> Assemblies)
{
    /// <summary>Whether it replaces a broken cell; see <see cref="SourceCell.Instead"/>.</summary>
    public bool IsInstead { get; init; }
}

/// <summary>A compiler error in a cell, or the reason why its run ended.</summary>
/// <param name="Line">The line, counted from 1; 0 when it is not known.</param>
/// <param name="Column">The column, counted from 1; 0 when it is not known.</param>
/// <param name="Code">The compiler's code, such as CS1002, or empty.</param>
public sealed record CellProblem(string Cell, int Line, int Column, string Code, string Message)
{
    /// <summary>What is wrong and where, in one line.</summary>
    /// <param name="place">The cell in words.</param>
    public string In(string place) =>
        $"{place}{(Line > 0 ? $", line {Line}" : "")}{(Column > 0 ? $", column {Column}" : "")}: {Message}{(Code.Length > 0 ? $" ({Code})" : "")}";

    public override string ToString() => In($"cell {Cell}");
}
