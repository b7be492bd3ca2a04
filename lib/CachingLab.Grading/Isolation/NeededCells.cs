using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>Removes the cells of a program that its wanted cells do not depend on.</summary>
public static class NeededCells
{
    /// <summary>The cells that are wanted, those that they use, and those that may have changed variables they use.</summary>
    /// <param name="cells">A compiled program in order.</param>
    /// <param name="wanted">Whether a cell is to run in any case.</param>
    public static IReadOnlyList<CompiledCell> Of(IReadOnlyList<CompiledCell> cells, Func<CompiledCell, bool> wanted)
    {
        (CompiledCell Cell, CellDependencies Links)[] program =
            [.. cells.Select(c => (c, CellDependencies.Read(c.Assembly)!)).Where(c => c.Item2 is not null)];
        HashSet<string> needed = [.. program.Where(c => wanted(c.Cell)).Select(c => c.Links.Name)];
        HashSet<string> variables = [.. program.Where(c => c.Links.HasVariables).Select(c => c.Links.Name)];
        int before;
        do
        {
            before = needed.Count;
            foreach ((_, CellDependencies links) in program)
            {
                if (links.Uses.Any(u => needed.Contains(u) && variables.Contains(u)))
                    needed.Add(links.Name);
                if (needed.Contains(links.Name))
                    needed.UnionWith(links.Uses.Where(u => program.Any(p => p.Links.Name == u)));
            }
        }
        while (needed.Count > before);
        return [.. program.Where(c => needed.Contains(c.Links.Name)).Select(c => c.Cell)];
    }
}
