using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CachingLab.Grading.Isolation;

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
