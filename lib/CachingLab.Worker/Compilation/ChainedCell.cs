using CachingLab.Worker.Protocol;
using Microsoft.CodeAnalysis.CSharp;

namespace CachingLab.Worker.Compilation;

/// <summary>A compiled cell with what later cells continue from.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Chain">The last compilation that is not broken: its own, or that of a cell before it.</param>
/// <param name="IsShared">Whether only cells marked as shared came before it, so that it can be kept for the next notebook.</param>
internal sealed record ChainedCell(CompiledCell Result, CSharpCompilation? Chain, bool IsShared)
{
    public bool IsBroken => Result.Problems.Count > 0;
}
