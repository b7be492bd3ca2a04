namespace CachingLab.Sandbox.Protocol;

/// <summary>A compiler error in a cell.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Code">The compiler's code, such as CS1002, or empty.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CellProblem(string Cell, int Line, int Column, string Code, string Message)
{
    /// <summary>What is wrong and where in the cell, for who says which cell it is.</summary>
    public string At => $"line {Line}, column {Column}: {Message}{(Code.Length > 0 ? $" ({Code})" : "")}";

    public override string ToString() => $"cell {Cell}, {At}";

    internal void Write(WireWriter to)
    {
        to.Text(Cell);
        to.Number(Line);
        to.Number(Column);
        to.Text(Code);
        to.Text(Message);
    }

    internal static CellProblem Read(WireReader from) => new(from.Text(), from.Number(), from.Number(), from.Text(), from.Text());
}
