namespace CachingLab.Worker.Protocol;

/// <summary>A cell after the compiler: ready to run, empty, or broken.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Place">Its place among the cells that compiled, counted from 1.</param>
/// <param name="Assembly">The submission's assembly; empty when there is nothing to run.</param>
/// <param name="Problems">The errors; a cell that has any is left out of the run, and later cells do not see it.</param>
/// <param name="Assemblies">Files that it and the cells before it named by <c>#r</c>.</param>
public sealed record CompiledCell(
    string Id, int Place, ReadOnlyMemory<byte> Assembly, IReadOnlyList<CellProblem> Problems, IReadOnlyList<string> Assemblies)
{
    /// <summary>Whether it stands in for a broken one: see <see cref="SourceCell.Instead"/>.</summary>
    public bool IsInstead { get; init; }
}
