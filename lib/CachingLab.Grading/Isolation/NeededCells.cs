using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>Removes the cells of a program that its wanted cells do not depend on.</summary>
public static class NeededCells
{
    /// <summary>The cells that are wanted, those that they use, and those that may have changed variables they use.</summary>
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

/// <summary>How a compiled cell depends on the cells before it, according to its assembly.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Uses">The names of the cells' assemblies that it refers to.</param>
/// <param name="HasVariables">Whether it declares variables, which later cells can change.</param>
internal sealed record CellDependencies(string Name, IReadOnlySet<string> Uses, bool HasVariables)
{
    // The name of the class that holds a compiled cell.
    private const string ScriptClass = "Submission";

    /// <summary>Reads a cell's assembly; null for a cell that has none.</summary>
    public static unsafe CellDependencies? Read(ReadOnlyMemory<byte> assembly)
    {
        if (assembly.IsEmpty)
            return null;
        fixed (byte* start = assembly.Span)
        {
            using var image = new PEReader(start, assembly.Length);
            MetadataReader reader = image.GetMetadataReader();
            return new CellDependencies(
                reader.GetString(reader.GetAssemblyDefinition().Name),
                reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name)).ToHashSet(),
                reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(t => IsSubmission(reader, t)).Any(t => HasFields(reader, t)));
        }
    }

    private static bool IsSubmission(MetadataReader reader, TypeDefinition type) =>
        !type.IsNested && reader.GetString(type.Name) == ScriptClass;

    // The compiler's own fields have names that begin with an angle bracket.
    private static bool HasFields(MetadataReader reader, TypeDefinition type) =>
        type.GetFields().Select(f => reader.GetString(reader.GetFieldDefinition(f).Name)).Any(n => !n.StartsWith('<'));
}
