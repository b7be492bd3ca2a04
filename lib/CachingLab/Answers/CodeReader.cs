using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using CachingLab.Exams;

namespace CachingLab.Answers;

/// <summary>Reads compiled code without running it.</summary>
public static class CodeReader
{
    private const int MostConstants = 500;
    private const int LongestText = 500;

    /// <summary>Reads the constants, clocks and waits of an assembly's code.</summary>
    /// <param name="pe">The assembly's file; left open.</param>
    /// <exception cref="BadImageFormatException">The stream holds no assembly.</exception>
    public static AnswerCode Read(Stream pe)
    {
        using var image = new PEReader(pe, PEStreamOptions.LeaveOpen);
        if (!image.HasMetadata)
            throw new BadImageFormatException("The file holds no .NET metadata.");
        MetadataReader metadata = image.GetMetadataReader();
        return Read(metadata, method => metadata.GetMethodDefinition(method).RelativeVirtualAddress is > 0 and var address
            ? image.GetMethodBody(address).GetILBytes()
            : null);
    }

    /// <summary>Reads the code of a loaded assembly; null when it cannot be read, as with some dynamic assemblies.</summary>
    public static unsafe AnswerCode? Read(Assembly assembly)
    {
        if (assembly.TryGetRawMetadata(out byte* start, out int length))
        {
            return Read(new MetadataReader(start, length), method =>
                assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(method))?.GetMethodBody()?.GetILAsByteArray());
        }

        if (assembly.IsDynamic || !File.Exists(assembly.Location))
            return null;
        using FileStream file = File.OpenRead(assembly.Location);
        return Read(file);
    }

    private static AnswerCode Read(MetadataReader metadata, Func<MethodDefinitionHandle, byte[]?> body)
    {
        IEnumerable<double> numbers = metadata.MethodDefinitions.SelectMany(m => IlConstants.Numbers(body(m) ?? [], TakesCounts));

        // For an interpolated text the compiler passes two counts, its length and its number of holes, to the constructor of a handler.
        bool TakesCounts(int method) => MetadataTokens.EntityHandle(method) is { Kind: HandleKind.MemberReference } called
            && MemberOf(metadata, (MemberReferenceHandle)called) is { Member: ".ctor" } m && m.Type.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal);
        (string Space, string Type, string Member)[] members = [.. Members(metadata)];
        bool disguised = new OwnClocks(metadata, body, h => MemberOf(metadata, h) is { } m ? Clock(m.Space, m.Type, m.Member) : ClockUse.None).AnyFromTheTimeOfDay;

        // A call of the cell's own clock refers to TimeProvider's members.
        bool Counts(string type, string member) =>
            !disguised || type != nameof(TimeProvider) || member is not (nameof(TimeProvider.GetTimestamp) or nameof(TimeProvider.GetElapsedTime));
        return new AnswerCode(
            members.Where(m => Counts(m.Type, m.Member)).Aggregate(ClockUse.None, (clocks, m) => clocks | Clock(m.Space, m.Type, m.Member)),
            [.. Texts(metadata).Distinct(StringComparer.Ordinal).Take(MostConstants)],
            [.. numbers.Distinct().Take(MostConstants)])
        {
            Waits = members.Any(m => Waits(m.Space, m.Type, m.Member)),
        };
    }

    private static IEnumerable<string> Texts(MetadataReader metadata)
    {
        // The heap's first entry is the empty text.
        for (UserStringHandle handle = metadata.GetNextHandle(default(UserStringHandle)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            if (metadata.GetUserString(handle) is { Length: > 0 and <= LongestText } text)
                yield return text;
        }
    }

    // The members of other assemblies that the code refers to.
    private static IEnumerable<(string Space, string Type, string Member)> Members(MetadataReader metadata) =>
        metadata.MemberReferences.Select(h => MemberOf(metadata, h)).OfType<(string, string, string)>();

    private static (string Space, string Type, string Member)? MemberOf(MetadataReader metadata, MemberReferenceHandle handle)
    {
        MemberReference member = metadata.GetMemberReference(handle);
        EntityHandle parent = member.Parent.Kind is HandleKind.TypeSpecification ? Generic(metadata, (TypeSpecificationHandle)member.Parent) : member.Parent;
        if (parent.Kind is not HandleKind.TypeReference)
            return null;
        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name), metadata.GetString(member.Name));
    }

    // The definition of a constructed generic type, such as Task`1 of Task<string> (ECMA-335, II.23.2.12).
    private static EntityHandle Generic(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadByte();
        return signature.ReadTypeHandle();
    }

    private static bool Waits(string space, string type, string member) => (space, type, member) switch
    {
        ("System.Threading.Tasks", "Task" or "Task`1", "Delay" or "WaitAsync" or "Wait" or "WhenAny") => true,
        ("System.Threading", "CancellationTokenSource", "CancelAfter") => true,
        ("System.Threading", "Timer" or "PeriodicTimer", ".ctor") => true,
        ("System.Threading", "Thread", "Sleep") => true,
        _ => false,
    };

    private static ClockUse Clock(string space, string type, string member) => (space, type, member) switch
    {
        ("System", "DateTime", "get_Now" or "get_UtcNow" or "get_Today") => ClockUse.WallClock,
        ("System", "DateTimeOffset", "get_Now" or "get_UtcNow") => ClockUse.WallClock,
        ("System", "TimeProvider", "GetUtcNow" or "GetLocalNow") => ClockUse.WallClock,
        ("System", "TimeProvider", "GetTimestamp" or "GetElapsedTime") => ClockUse.Monotonic,
        ("System", "Environment", "get_TickCount" or "get_TickCount64") => ClockUse.Monotonic,
        ("System.Diagnostics", "Stopwatch", not ("Frequency" or "IsHighResolution")) => ClockUse.Monotonic,
        ("System.Diagnostics", "Activity", "get_Duration" or "get_StartTimeUtc") => ClockUse.WallClock,
        _ => ClockUse.None,
    };
}
