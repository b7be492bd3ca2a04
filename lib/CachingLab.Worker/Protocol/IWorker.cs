using CachingLab.Worker.Calls;

namespace CachingLab.Worker.Protocol;

/// <summary>What a child that runs cells can be asked for: its root object.</summary>
public interface IWorker
{
    /// <summary>The number of the work that <see cref="HandOverAsync"/> handed over; the exercise's interface is what it is called by.</summary>
    const int Work = 2;

    /// <summary>Makes a child that waits for its first work ready for it: what is compiled now need not be compiled then.</summary>
    Task WarmUpAsync();

    /// <summary>Runs cells; the first that throws ends the run.</summary>
    /// <param name="program">The cells.</param>
    /// <param name="observer">Is told how it goes.</param>
    Task RunAsync(CellProgram program, ICellObserver observer);

    /// <summary>Runs all cells, of which the last is the check cell that hands an exercise's work over.</summary>
    /// <param name="program">The cells.</param>
    /// <param name="exercise">The exercise's id.</param>
    Task<HandOver> HandOverAsync(CellProgram program, string exercise);

    /// <summary>Puts a file into the work folder, with the folders it needs.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">What it holds.</param>
    Task PlaceAsync(string path, ReadOnlyMemory<byte> content);
}

/// <summary>Compiled cells to run in order.</summary>
/// <param name="Cells">The compiled cells.</param>
/// <param name="Places">How many cells the notebook has up to the last of these, those left out too.</param>
/// <param name="Assemblies">Files that cells refer to beyond the library's own.</param>
public sealed record CellProgram(IReadOnlyList<CompiledCell> Cells, int Places, IReadOnlyList<string> Assemblies);

/// <summary>How cells that were to hand over an exercise's work have run.</summary>
/// <param name="IsThere">Whether the work was handed over.</param>
/// <param name="Thrown">The cells that threw.</param>
public sealed record HandOver(bool IsThere, IReadOnlyList<ThrownInCell> Thrown);

/// <summary>A cell that threw.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Error">What it threw.</param>
public sealed record ThrownInCell(string Cell, WireError Error);
