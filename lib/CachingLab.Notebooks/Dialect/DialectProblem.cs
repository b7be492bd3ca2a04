namespace CachingLab.Notebooks.Dialect;

/// <summary>A place where a course notebook leaves what every engine can open and run.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="CellId">The cell's id, or its number; empty for the notebook at large.</param>
/// <param name="Line">The line in the cell, from 1; 0 for the cell at large.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record DialectProblem(string Notebook, string CellId, int Line, string Message)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString() =>
        Notebook + (CellId.Length > 0 ? $", cell {CellId}" : "") + (Line > 0 ? $", line {Line}" : "") + ": " + Message;
}
