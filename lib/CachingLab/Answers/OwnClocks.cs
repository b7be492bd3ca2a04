using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using CachingLab.Exams;

namespace CachingLab.Answers;

/// <summary>Finds what the timestamps of a class that derives from <see cref="TimeProvider"/> are made from.</summary>
/// <param name="body">The IL of a method, or null.</param>
/// <param name="clock">The clock that a member of another assembly reads.</param>
internal sealed class OwnClocks(MetadataReader metadata, Func<MethodDefinitionHandle, byte[]?> body, Func<MemberReferenceHandle, ClockUse> clock)
{
    /// <summary>Whether the code declares a clock whose timestamps are made from the time of day alone.</summary>
    public bool AnyFromTheTimeOfDay => metadata.TypeDefinitions.Any(t => IsTimeProvider(t) && Named(t, nameof(TimeProvider.GetTimestamp)) is { } timestamp
        && Read([timestamp, .. Methods(t).Where(m => NameOf(m) is ".ctor" or ".cctor")], t) is ClockUse.WallClock);

    private bool IsTimeProvider(EntityHandle type)
    {
        while (type is { Kind: HandleKind.TypeDefinition, IsNil: false })
            type = metadata.GetTypeDefinition((TypeDefinitionHandle)type).BaseType;
        return type is { Kind: HandleKind.TypeReference, IsNil: false }
            && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, nameof(TimeProvider));
    }

    // The clocks that these methods read, and those that they call.
    private ClockUse Read(IEnumerable<MethodDefinitionHandle> methods, TypeDefinitionHandle type)
    {
        ClockUse clocks = ClockUse.None;
        var seen = new HashSet<MethodDefinitionHandle>(methods);
        var left = new Queue<MethodDefinitionHandle>(seen);
        while (left.TryDequeue(out MethodDefinitionHandle method))
        {
            foreach (EntityHandle called in IlConstants.Methods(body(method) ?? []).Select(t => Called(MetadataTokens.EntityHandle(t))))
            {
                MethodDefinitionHandle? own = called.Kind is HandleKind.MethodDefinition ? (MethodDefinitionHandle)called : null;

                // A call of GetUtcNow refers to the base type's method, even where the class overrides it.
                if (called.Kind is HandleKind.MemberReference && clock((MemberReferenceHandle)called) is not ClockUse.None and var read)
                {
                    own = read is ClockUse.WallClock ? Named(type, metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)called).Name)) : null;
                    clocks |= own is null ? read : ClockUse.None;
                }

                if (own is { } next && seen.Add(next))
                    left.Enqueue(next);
            }
        }

        return clocks;
    }

    private EntityHandle Called(EntityHandle method) =>
        method.Kind is HandleKind.MethodSpecification ? metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method : method;

    private MethodDefinitionHandle? Named(TypeDefinitionHandle type, string name) =>
        Methods(type).Where(m => NameOf(m) == name).Select(m => (MethodDefinitionHandle?)m).FirstOrDefault();

    private MethodDefinitionHandleCollection Methods(TypeDefinitionHandle type) => metadata.GetTypeDefinition(type).GetMethods();

    private string NameOf(MethodDefinitionHandle method) => metadata.GetString(metadata.GetMethodDefinition(method).Name);
}
