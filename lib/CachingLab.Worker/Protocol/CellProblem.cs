namespace CachingLab.Worker.Protocol;

/// <summary>A compiler error in a cell, or what ended its run.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Line">The line, counted from 1; 0 when it is not known.</param>
/// <param name="Column">The column, counted from 1; 0 when it is not known.</param>
/// <param name="Code">The compiler's code, such as CS1002, or empty.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CellProblem(string Cell, int Line, int Column, string Code, string Message)
{
    /// <summary>What is wrong and where, in one line.</summary>
    /// <param name="place">The cell, in the words of who says it.</param>
    public string In(string place) =>
        $"{place}{(Line > 0 ? $", line {Line}" : "")}{(Column > 0 ? $", column {Column}" : "")}: {Message}{(Code.Length > 0 ? $" ({Code})" : "")}";

    public override string ToString() => In($"cell {Cell}");
}
