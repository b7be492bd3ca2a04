using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Execution;

/// <summary>A cell after the compiler: ready to run, empty, or broken.</summary>
public sealed class CompiledCell
{
    internal CompiledCell(SourceCell source, CompiledCell? previous, CSharpCompilation? chain)
    {
        Source = source;
        Previous = previous;
        Chain = chain;
        Place = (previous?.Place ?? 0) + 1;
        IsShared = previous?.IsShared ?? true;
    }

    /// <summary>What was compiled.</summary>
    public SourceCell Source { get; }

    /// <summary>The cell before it, whose declarations it sees.</summary>
    public CompiledCell? Previous { get; }

    /// <summary>Its place in its notebook, counted from 1.</summary>
    public int Place { get; }

    /// <summary>The submission's assembly; empty when there is nothing to run.</summary>
    public ReadOnlyMemory<byte> Assembly { get; internal init; }

    /// <summary>The errors; a cell that has any is left out of the run, and later cells do not see it.</summary>
    public IReadOnlyList<CellProblem> Problems { get; internal init; } = [];

    /// <summary>Assemblies that it and the cells before it named by <c>#r</c>.</summary>
    public IReadOnlyList<string> Assemblies { get; internal init; } = [];

    /// <summary>The last compilation that later cells continue from.</summary>
    internal CSharpCompilation? Chain { get; }

    /// <summary>Whether only cells marked as shared came before it, so that it can be kept for the next notebook.</summary>
    internal bool IsShared { get; init; }
}
