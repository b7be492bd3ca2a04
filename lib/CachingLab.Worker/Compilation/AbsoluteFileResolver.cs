using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CachingLab.Worker.Compilation;

/// <summary>Resolves <c>#r</c> with an absolute path, the only form that every engine understands, or none at all.</summary>
/// <param name="allowed">Whether references are resolved at all.</param>
internal sealed class AbsoluteFileResolver(bool allowed) : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        Allowed && Path.IsPathFullyQualified(reference) && File.Exists(reference)
            ? [MetadataReference.CreateFromFile(reference, properties)]
            : [];

    public override bool Equals(object? other) => other is AbsoluteFileResolver resolver && resolver.Allowed == Allowed;

    public override int GetHashCode() => Allowed.GetHashCode();

    private bool Allowed { get; } = allowed;
}
