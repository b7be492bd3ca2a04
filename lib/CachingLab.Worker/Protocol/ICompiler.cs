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
