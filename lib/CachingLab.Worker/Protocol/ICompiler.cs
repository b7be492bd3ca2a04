using CachingLab.Exams;

namespace CachingLab.Worker.Protocol;

/// <summary>The root object of a child that compiles cells.</summary>
public interface ICompiler
{
    /// <summary>Compiles cells one after another as submissions of one script: each sees the declarations of those before it.</summary>
    /// <param name="folder">The folder that the notebook's import is relative to; null when the library is referenced in any case.</param>
    /// <param name="observer">Is notified of each cell before it is compiled, so that the cause of a failure is known.</param>
    /// <returns>The compiled cells. A broken cell is included, and is followed by its replacement if it has one.</returns>
    Task<IReadOnlyList<CompiledCell>> CompileAsync(CellDialect dialect, string? folder, IReadOnlyList<SourceCell> cells, ICompileObserver observer);
}

/// <summary>Is notified of the compiler's progress.</summary>
public interface ICompileObserver
{
    [Notice]
    void Compiling(string cell);
}

/// <summary>The namespaces and references that cells may use.</summary>
public enum CellDialect
{
    /// <summary>What every notebook engine accepts: the rule for the course's own cells.</summary>
    Strict,

    /// <summary>What at least one engine accepts, so that an answer that worked there is not refused here.</summary>
    Lenient,

    /// <summary>As <see cref="Lenient"/>, but the library must be imported.</summary>
    Runner,
}

/// <summary>A code cell to compile.</summary>
public sealed record SourceCell(string Id, string Code)
{
    /// <summary>Whether it is the course's own, so that the compiled cell is cached for other notebooks with the same cells before it.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the compiler stops when this cell is broken.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The code that replaces it when it is broken, or null.</summary>
    public string? Instead { get; init; }
}

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
