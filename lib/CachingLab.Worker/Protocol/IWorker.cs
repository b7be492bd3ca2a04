using CachingLab.Exams;
using CachingLab.Worker.Calls;

namespace CachingLab.Worker.Protocol;

/// <summary>The root object of a child that runs cells.</summary>
public interface IWorker
{
    /// <summary>The number of the object that <see cref="HandOverAsync"/> hands over. Its calls go through the exercise's interface.</summary>
    const int Work = 2;

    /// <summary>Makes a waiting child compile in advance the code that its first work needs.</summary>
    Task WarmUpAsync();

    /// <summary>Runs cells; the first that throws ends the run.</summary>
    Task RunAsync(CellProgram program, ICellObserver observer);

    /// <summary>Runs all cells, of which the last is the check cell that hands an exercise's work over.</summary>
    Task<HandOver> HandOverAsync(CellProgram program, string exercise);

    /// <summary>Puts a file into the work folder, with the folders it needs. Its path is a full one.</summary>
    Task PlaceAsync(string path, ReadOnlyMemory<byte> content);
}

/// <summary>Is notified of the run of cells.</summary>
public interface ICellObserver
{
    [Notice]
    void Started(string cell);

    [Notice]
    void Shown(string cell, CellOutput output);

    /// <param name="error">What it threw, or null.</param>
    [Notice]
    void Ended(string cell, WireError? error);
}

/// <summary>Compiled cells to run in order.</summary>
/// <param name="Places">The highest place of these cells.</param>
/// <param name="Assemblies">Files that cells refer to beyond the library's own.</param>
public sealed record CellProgram(IReadOnlyList<CompiledCell> Cells, int Places, IReadOnlyList<string> Assemblies);

/// <summary>The outcome of the cells that should hand over an exercise's work.</summary>
/// <param name="IsThere">Whether the work was handed over.</param>
public sealed record HandOver(bool IsThere, IReadOnlyList<ThrownInCell> Thrown);

public sealed record ThrownInCell(string Cell, WireError Error);
