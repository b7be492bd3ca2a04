using CachingLab.Exams;

namespace CachingLab.Worker.Protocol;

/// <summary>What a child that compiles cells can be asked for: its root object.</summary>
public interface ICompiler
{
    /// <summary>Compiles cells one after another as submissions of one script: each sees what those before it declare.</summary>
    /// <param name="dialect">What the cells may take for granted.</param>
    /// <param name="folder">The notebook's folder, where its import is found; null when the library is there anyway.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="observer">Is told which cell is at work, so that it is known which one to blame.</param>
    /// <returns>What became of the cells: those that are broken too, each followed by what stands in for it.</returns>
    Task<IReadOnlyList<CompiledCell>> CompileAsync(CellDialect dialect, string? folder, IReadOnlyList<SourceCell> cells, ICompileObserver observer);
}

/// <summary>Is told how far the compiler is.</summary>
public interface ICompileObserver
{
    /// <summary>It has come to a cell.</summary>
    [Notice]
    void Compiling(string cell);
}

/// <summary>What cells may take for granted.</summary>
public enum CellDialect
{
    /// <summary>What every notebook engine accepts: the course's own cells are held to it.</summary>
    Strict,

    /// <summary>What at least one engine accepts: a learner's answer that worked there is not refused here.</summary>
    Lenient,

    /// <summary>As <see cref="Lenient"/>, with the library there only after its import.</summary>
    Runner,
}
